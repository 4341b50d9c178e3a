using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

public sealed class HistoryTests(Explorer explorer)
{
    [Fact]
    public Task What_was_run_and_what_is_written_survive_a_reload() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor("Variables").FillAsync("");
            await page.RunAsync("query First { status { network } }");
            await Expect(page.Result()).ToContainTextAsync("\"network\"");
            await page.RunAsync("query Second { networks { totalCount } }");
            await Expect(page.Result()).ToContainTextAsync("totalCount");
            await page.Editor().FillAsync("{ draft }");
            await page.ReloadAsync();

            await Expect(page.Editor()).ToHaveValueAsync("{ draft }");
            await page.Tab("History").ClickAsync();
            var entries = page.Locator(".entries .open:visible b");
            await Expect(entries).ToHaveTextAsync(["Second", "First"]);
            await page.Locator(".entries li", new() { HasText = "First" }).GetByLabel("Favourite").ClickAsync();
            await Expect(entries).ToHaveTextAsync(["First", "Second"]);
            await page.Locator(".entries li", new() { HasText = "Second" }).GetByLabel("Delete").ClickAsync();
            await Expect(entries).ToHaveTextAsync(["First"]);
            await page.GetByLabel("Search the history").FillAsync("status nothing");
            await Expect(entries).ToHaveCountAsync(0);
            await page.GetByLabel("Search the history").FillAsync("network status");
            await entries.ClickAsync();
            await Expect(page.Editor()).ToHaveValueAsync("query First { status { network } }");
        });

    [Fact]
    public Task A_link_opens_the_query_and_its_variables_but_never_the_headers() =>
        explorer.VisitAsync(async page =>
        {
            const string Query = "query ($n: Int) { networks(first: $n) { nodes { name } } } # ä & = + %";
            await page.Editor().FillAsync(Query);
            await page.Editor("Variables").FillAsync("{ \"n\": 2 }");
            await page.Tab("Headers").ClickAsync();
            await page.Editor("Headers").FillAsync("{ \"x-api-key\": \"secret\" }");
            var link = await page.CopiedAsync("Copy link");
            Assert.DoesNotContain("secret", link, StringComparison.Ordinal);

            await page.EvaluateAsync("localStorage.clear()");
            await page.GotoAsync("about:blank");
            await page.GotoAsync(link);

            await Expect(page.Editor()).ToHaveValueAsync(Query);
            await Expect(page.Editor("Variables")).ToHaveValueAsync("{ \"n\": 2 }");
            Assert.Equal(explorer.Url, page.Url);
        });

    [Fact]
    public Task Headers_go_along_with_requests() =>
        explorer.VisitAsync(async page =>
        {
            await page.Tab("Headers").ClickAsync();
            await page.Editor("Headers").FillAsync("{ \"x-api-key\": \"secret\" }");
            await page.Editor("Headers").BlurAsync();
            var sent = new ConcurrentQueue<IRequest>();
            page.Request += (_, request) => sent.Enqueue(request);
            await page.RunAsync("{ status { network } }");
            await Expect(page.Result()).ToContainTextAsync("\"network\"");
            var request = Assert.Single(
                sent,
                each => each.PostData?.Contains("{ status { network } }", StringComparison.Ordinal) == true
            );
            Assert.Equal("secret", await request.HeaderValueAsync("x-api-key"));
        });
}
