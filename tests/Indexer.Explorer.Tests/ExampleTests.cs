using Indexer.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

public sealed class ExampleTests(Explorer explorer)
{
    [Fact]
    public Task The_first_example_is_open_on_the_first_visit_and_runs() =>
        explorer.VisitAsync(async page =>
        {
            await Expect(page.Editor()).ToHaveValueAsync(DocumentedQueries.All[0].Query);
            await Expect(page.Editor("Variables")).ToHaveValueAsync(Pattern.Of("\"address\": \"0x"));

            await page.Button("Run").ClickAsync();

            await Expect(page.State()).ToHaveTextAsync(Pattern.Of("^200 · \\d+ ms · .*B$"));
            await Expect(page.Result()).ToContainTextAsync("\"stakedValue\": \"");
        });

    [Fact]
    public Task Every_example_runs_as_it_opens() =>
        explorer.VisitAsync(async page =>
        {
            foreach (var example in DocumentedQueries.All)
            {
                var filled = page.WaitForResponseAsync(explorer.Url);
                await page.GetByText(example.Title, new() { Exact = true }).ClickAsync();
                if (example.VariablesQuery is not null)
                {
                    await filled;
                    await Expect(page.Editor("Variables")).ToHaveValueAsync(Pattern.Of("\\S"));
                }

                await Expect(page.Editor()).ToHaveValueAsync(example.Query);
                await page.Button("Run").ClickAsync();
                await Expect(page.Result()).ToContainTextAsync("\"data\": {");
                await Expect(page.Result()).Not.ToContainTextAsync("\"errors\"");
                await page.EvaluateAsync("document.querySelector('.result .body').replaceChildren()");
            }
        });

    [Fact]
    public Task The_title_and_the_examples_are_those_of_the_product_and_only_text() =>
        explorer.VisitAsync(async page =>
        {
            await page.GotoAsync(new Uri(new Uri(explorer.Url), Explorer.OtherPath).ToString());
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Explorer.Other.Title);
            await Expect(page.Locator(".entries b")).ToHaveTextAsync(Explorer.Other.Examples[0].Title);
            await Expect(page.Locator(".entries small")).ToHaveTextAsync(Explorer.Other.Examples[0].Description);
            await page.Button("Run").ClickAsync();
            await Expect(page.Result()).ToContainTextAsync("\"__typename\": \"Query\"");
        });

    [Fact]
    public Task Examples_are_found_by_a_word() =>
        explorer.VisitAsync(async page =>
        {
            await page.GetByLabel("Search the examples").FillAsync("claims on");
            await Expect(page.Locator(".entries .open:visible")).ToHaveCountAsync(1);
        });
}
