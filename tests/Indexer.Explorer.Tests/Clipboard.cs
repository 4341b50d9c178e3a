using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

/// <summary>The clipboard, of which the browser has one for all pages.</summary>
internal static class Clipboard
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Presses a button that copies.</summary>
    /// <returns>What was copied.</returns>
    public static async Task<string> CopiedAsync(this IPage page, string button)
    {
        await Turn.WaitAsync();
        try
        {
            await page.Button(button).ClickAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync(" is copied.");
            return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        }
        finally
        {
            Turn.Release();
        }
    }
}
