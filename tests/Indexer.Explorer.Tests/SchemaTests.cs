using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

public sealed class SchemaTests(Explorer explorer)
{
    [Fact]
    public Task A_type_is_found_and_tells_its_fields_arguments_and_descriptions() =>
        explorer.VisitAsync(async page =>
        {
            await page.Tab("Schema").ClickAsync();
            await page.SchemaAsync();
            await page.GetByLabel("Search the schema").FillAsync("unlockreq");
            await page.Locator(".names").GetByText("UnlockRequest", new() { Exact = true }).ClickAsync();
            await Expect(page.Locator(".type-name")).ToContainTextAsync("UnlockRequest");
            await Expect(page.Locator(".members")).ToContainTextAsync("unlockTime: DateTime");
            await page.Locator(".members").GetByText("Account", new() { Exact = true }).ClickAsync();
            await Expect(page.Locator(".type-name")).ToContainTextAsync("Account");
            await page.Locator("summary", new() { HasText = "6 arguments" }).First.ClickAsync();
            await Expect(page.Locator("details[open]")).ToContainTextAsync("where: AccountAppearanceFilter");
            await page.Button("← Back").ClickAsync();
            await Expect(page.Locator(".type-name")).ToContainTextAsync("UnlockRequest");
        });

    [Fact]
    public Task A_field_is_inserted_with_its_arguments_where_its_type_is_selected() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor().FillAsync("{ pools { nodes { poolId } } }");
            await page.Tab("Schema").ClickAsync();
            await page.SchemaAsync();
            await page.Button("Insert pool").ClickAsync();
            await Expect(page.Editor())
                .ToHaveValueAsync(Pattern.Of("\\} \\}\n  pool\\(network: , id: \\) \\{\n    id\n"));
            await page.GetByLabel("Search the schema").FillAsync("Pool.");
            await page.GetByLabel("Search the schema").FillAsync("commission");
            await page.Locator(".names").GetByText("Pool.commission", new() { Exact = true }).ClickAsync();
            await page.Editor().FillAsync("{ pools { nodes { poolId } } }");
            await page.Button("Insert commission").ClickAsync();
            await Expect(page.Editor()).ToHaveValueAsync("{ pools { nodes { poolId\n  commission\n} } }");
        });

    [Fact]
    public Task The_query_from_inserting_a_field_runs() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor().FillAsync("");
            await page.Editor("Variables").FillAsync("");
            await page.Tab("Schema").ClickAsync();
            await page.SchemaAsync();
            await page.Button("Insert stakeEvents").ClickAsync();
            await page.Button("Run").ClickAsync();
            await Expect(page.Result()).ToContainTextAsync("\"stakeEvents\": {");
        });
}
