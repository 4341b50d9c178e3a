using Microsoft.Playwright;

namespace Indexer.Explorer.Tests;

/// <summary>The parts of the page.</summary>
internal static class Locators
{
    public static ILocator Editor(this IPage page, string label = "Query") =>
        page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public static ILocator Button(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Tab(this IPage page, string name) =>
        page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    public static ILocator Result(this IPage page) => page.Locator(".json").First;

    public static ILocator State(this IPage page) => page.Locator(".result .state");

    public static ILocator Suggestions(this IPage page) => page.Locator("[role=option]:visible");

    /// <summary>Waits until the page knows the schema.</summary>
    public static Task SchemaAsync(this IPage page) =>
        page.Locator(".schema .members").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Writes a query in place of what is there, and runs it.</summary>
    public static async Task RunAsync(this IPage page, string query)
    {
        await page.Editor().FillAsync(query);
        await page.Editor().PressAsync("Control+Enter");
    }
}
