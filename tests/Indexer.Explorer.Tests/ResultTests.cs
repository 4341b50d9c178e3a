using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

public sealed class ResultTests(Explorer explorer)
{
    private const int Rows = 40_000;

    [Fact]
    public Task Parts_of_a_result_are_folded_found_and_copied() =>
        explorer.VisitAsync(async page =>
        {
            await page.RunAsync("{ status { network state } networks { totalCount nodes { name } } }");
            await Expect(page.Result()).ToContainTextAsync("\"totalCount\": 4");
            await page.Locator(".line", new() { HasText = "\"status\"" }).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page.Result()).ToContainTextAsync("\"status\": [ 3 items ],");
            await Expect(page.Result()).Not.ToContainTextAsync("STOPPED");
            await page.GetByLabel("Find in the result").FillAsync("stopped");
            await Expect(page.Locator(".line.found")).ToHaveTextAsync("\"state\": \"STOPPED\"");
            var text = await page.CopiedAsync("Copy");
            Assert.Equal(3, JsonElement.Parse(text).GetProperty("data").GetProperty("status").GetArrayLength());
        });

    [Fact]
    public Task Of_a_result_of_megabytes_only_the_lines_in_view_are_in_the_page() =>
        explorer.VisitAsync(async page =>
        {
            var rows = Enumerable.Range(0, Rows).Select(number => new { number, name = $"row {number}" });
            var json = JsonSerializer.Serialize(new { data = rows });
            await page.RouteAsync(
                explorer.Url,
                route => route.FulfillAsync(new() { Body = json, ContentType = "application/json" })
            );
            await page.RunAsync("{ rows }");
            await Expect(page.State()).ToContainTextAsync(" MB");
            await page.GetByLabel("Find in the result").FillAsync($"row {Rows - 1}");
            await Expect(page.Locator(".line.found")).ToHaveTextAsync($"\"name\": \"row {Rows - 1}\"");
            await Expect(page.Locator(".line.found")).ToBeInViewportAsync();
            Assert.InRange(await page.Locator(".line").CountAsync(), 10, 300);
            await page.Button("Fold").ClickAsync();
            await page.Locator(".json").EvaluateAsync("json => json.scrollTo(0, 0)");
            await Expect(page.Result()).ToContainTextAsync("\"data\": [");
        });

    [Fact]
    public Task The_longest_list_is_a_table_and_CSV() =>
        explorer.VisitAsync(async page =>
        {
            const string Answer = """
                {"data":{"short":[{"a":1}],"pools":{"totalCount":3,"nodes":[
                  {"id":"1","value":"1.5","owner":{"name":"=1+1, \"x\""},"tags":["a"]},
                  {"id":"2","value":"-0.5","owner":null,"tags":[]},
                  {"id":"3","value":12345678901234567890.123456789012345678}]}}}
                """;
            await page.RouteAsync(explorer.Url, route => route.FulfillAsync(new() { Body = Answer }));
            await page.RunAsync("{ pools }");
            await page.Button("Table").ClickAsync();
            var table = page.GetByLabel("Result as a table");
            await Expect(table.Locator("caption")).ToHaveTextAsync("pools.nodes");
            Assert.Equal(
                ["id", "value", "owner.name", "tags", "owner"],
                await table.Locator("th").AllTextContentsAsync()
            );
            await Expect(table.Locator("tbody tr").Nth(2))
                .ToContainTextAsync("12345678901234567890.123456789012345678");
            var download = await page.RunAndWaitForDownloadAsync(() => page.Button("CSV").ClickAsync());
            Assert.Equal("result.csv", download.SuggestedFilename);
            var csv = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
            Assert.Equal(
                """"
                id,value,owner.name,tags,owner
                1,1.5,"'=1+1, ""x""","[""a""]",
                2,-0.5,,[],
                3,12345678901234567890.123456789012345678,,,

                """".ReplaceLineEndings("\r\n"),
                csv
            );
            await page.Button("Table").ClickAsync();
            await Expect(page.Result()).ToContainTextAsync("\"totalCount\": 3");
        });

    [Fact]
    public Task Numbers_keep_all_their_digits() =>
        explorer.VisitAsync(async page =>
        {
            const string Number = "12345678901234567890.123456789012345678";
            await page.RouteAsync(
                explorer.Url,
                route => route.FulfillAsync(new() { Body = $"{{\"data\":{{\"a\":{Number},\"b\":[],\"c\":{{}}}}}}" })
            );
            await page.RunAsync("{ a }");
            await Expect(page.Result()).ToContainTextAsync($"\"a\": {Number},\"b\": [],\"c\": {{}}");
        });

    [Fact]
    public Task A_running_query_is_cancelled() =>
        explorer.VisitAsync(async page =>
        {
            var held = new TaskCompletionSource<IRoute>();
            await page.RouteAsync(explorer.Url, held.SetResult);
            await page.RunAsync("{ status { network } }");
            await held.Task.WaitAsync(TestContext.Current.CancellationToken);
            await page.Button("Stop").ClickAsync();
            await Expect(page.State()).ToHaveTextAsync("Cancelled");
            await Expect(page.Button("Run")).ToBeVisibleAsync();
        });
}
