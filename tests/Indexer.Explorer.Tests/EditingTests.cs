using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

public sealed class EditingTests(Explorer explorer)
{
    /// <summary>What is written, and what is suggested first.</summary>
    private static readonly (string Written, string Suggested)[] Places =
    [
        ("{ pools(wh", "where"),
        ("{ pools(where: { ki", "kind"),
        ("{ pools(where: { kind: { eq: VA", "VAULT"),
        ("{ pools(orderBy: [{ field: TOTAL_V", "TOTAL_VALUE"),
        ("query ($a: DateT", "DateTime"),
        ("query ($kind: PoolKind) { pools(where: { kind: { eq: $", "kind"),
        ("{ pools @inc", "include"),
        ("{ node(id: 1) { ... on Po", "Pool"),
        ("{ pools(first: 1 { nodes { poolId } } networks { no", "nodes"),
    ];

    [Fact]
    public Task Fields_are_completed_with_their_braces_and_descriptions() =>
        explorer.VisitAsync(async page =>
        {
            await page.SchemaAsync();
            await page.Editor().FillAsync("");
            await page.Editor().PressSequentiallyAsync("{ unl");
            await Expect(page.Suggestions().First).ToContainTextAsync("unlockRequests");
            await Expect(page.Locator(".about").First).Not.ToBeEmptyAsync();
            await page.Editor().PressAsync("Enter");
            await page.Editor().PressSequentiallyAsync("tot");
            await page.Editor().PressAsync("Tab");
            await Expect(page.Editor()).ToHaveValueAsync("{ unlockRequests {\n  totalCount\n}}");
        });

    [Fact]
    public Task Suggestions_fit_the_place() =>
        explorer.VisitAsync(async page =>
        {
            await page.SchemaAsync();
            foreach (var (written, expected) in Places)
            {
                await page.Editor().FillAsync(written[..^1]);
                await page.Editor().PressSequentiallyAsync(written[^1..]);
                await Expect(page.Suggestions().First.Locator("span")).ToHaveTextAsync(expected);
            }

            await page.Editor().PressSequentiallyAsync(" # no");
            await Expect(page.Suggestions()).ToHaveCountAsync(0);
            await page.Editor().FillAsync("{ pools(where: { poolId: { eq: \"p");
            await page.Editor().PressSequentiallyAsync("o");
            await Expect(page.Suggestions()).ToHaveCountAsync(0);
        });

    [Fact]
    public Task Names_that_the_schema_does_not_have_are_underlined_while_writing() =>
        explorer.VisitAsync(async page =>
        {
            await page.SchemaAsync();
            await page.Editor().FillAsync("{ pools(firs: 1) { nodes { poolIdx ... on Pol { id } } } }");
            await Expect(page.Locator(".layer .unknown")).ToHaveTextAsync(["firs", "poolIdx", "Pol"]);
        });

    [Fact]
    public Task Errors_of_the_server_are_marked_at_their_places() =>
        explorer.VisitAsync(
            async page =>
            {
                await page.RunAsync("{\n  pools {\n    nodes {\n      poolIdx\n    }\n  }\n}\n");
                await Expect(page.Locator(".layer .mark")).ToHaveTextAsync("poolIdx");
                await Expect(page.Locator(".gutter .mark")).ToHaveTextAsync(Pattern.Of("4\\s*"));
                await Expect(page.Locator("#problems")).ToContainTextAsync("Cannot query field \"poolIdx\"");
                await page.Locator(".problem").ClickAsync();
                await page.Keyboard.TypeAsync("a");
                await Expect(page.Locator(".mark")).ToHaveCountAsync(0);
                await Expect(page.Editor()).ToHaveValueAsync(Pattern.Of("      apoolIdx"));
            },
            status: 400
        );

    [Fact]
    public Task Lines_are_indented_and_brackets_come_in_pairs() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor().FillAsync("");
            await page.Editor().PressSequentiallyAsync("query {");
            await page.Editor().PressAsync("Enter");
            await page.Editor().PressSequentiallyAsync("status {}");
            await Expect(page.Editor()).ToHaveValueAsync("query {\n  status {}\n}");
            await Expect(page.Locator(".layer .match")).ToHaveTextAsync(["{", "}"]);
            await page.Editor().PressAsync("Control+/");
            await Expect(page.Editor()).ToHaveValueAsync("query {\n  # status {}\n}");
        });

    [Fact]
    public Task Prettify_can_be_undone() =>
        explorer.VisitAsync(async page =>
        {
            const string Written = "{status{network,state}}";
            await page.Editor().FillAsync(Written);
            await page.Button("Prettify").ClickAsync();
            await Expect(page.Editor()).ToHaveValueAsync("{\n  status {\n    network\n    state\n  }\n}\n");
            await page.Editor().PressAsync("Control+z");
            await Expect(page.Editor()).ToHaveValueAsync(Written);
            await page.Editor().FillAsync("{ status { network }");
            await page.Button("Prettify").ClickAsync();
            await Expect(page.Locator("#problems")).ToContainTextAsync("1:21");
        });

    [Fact]
    public Task Variables_that_are_no_JSON_are_told_and_not_sent() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor("Variables").FillAsync("{ \"n\": }");
            await Expect(page.Locator(".json-error:visible")).ToHaveCountAsync(1);
            await page.Button("Run").ClickAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync("Variables: ");
            await Expect(page.State()).ToBeEmptyAsync();
        });

    [Fact]
    public Task Of_several_operations_one_is_chosen() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor("Variables").FillAsync("");
            await page.Editor().FillAsync("query One { status { network } } query Two { networks { totalCount } }");
            await page.GetByLabel("Operation to run").SelectOptionAsync("Two");
            await page.Button("Run").ClickAsync();
            await Expect(page.Result()).ToContainTextAsync("totalCount");
            var command = await page.CopiedAsync("Copy curl");
            Assert.StartsWith($"curl '{explorer.Url}' \\\n", command, StringComparison.Ordinal);
            Assert.Contains("\"operationName\":\"Two\"", command, StringComparison.Ordinal);
        });

    [Fact]
    public Task The_page_is_used_without_a_pointer() =>
        explorer.VisitAsync(async page =>
        {
            await page.Editor().FocusAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Tab");
            Assert.NotEqual(
                "Query",
                await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")
            );
            await page.Tab("Examples").FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await Expect(page.Tab("Schema")).ToHaveAttributeAsync("aria-selected", "true");
            await Expect(page.Tab("Schema")).ToBeFocusedAsync();
        });
}
