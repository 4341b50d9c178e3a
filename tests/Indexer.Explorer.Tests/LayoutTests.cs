using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

public sealed class LayoutTests(Explorer explorer)
{
    [Theory]
    [InlineData(390, 780)]
    [InlineData(320, 560)]
    public Task A_narrow_window_shows_one_pane_at_a_time_and_nothing_sticks_out(int width, int height) =>
        explorer.VisitAsync(
            async page =>
            {
                await page.SchemaAsync();
                await page.Button("Browse").ClickAsync();
                await page.GetByText("Is the index up to date?").ClickAsync();
                await Expect(page.Editor()).ToBeVisibleAsync();
                await page.Button("Run").ClickAsync();
                await Expect(page.Result()).ToContainTextAsync("\"status\"");
                await Expect(page.Editor()).ToBeHiddenAsync();
                foreach (var view in new[] { "Browse", "Query", "Result" })
                {
                    await page.Button(view).ClickAsync();
                    Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                    Assert.Equal(height, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
                }
            },
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );

    [Fact]
    public async Task Light_and_dark_follow_the_system_and_all_text_can_be_read()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await explorer.VisitAsync(
                async page =>
                {
                    await page.SchemaAsync();
                    await Expect(page.Editor("Variables")).ToHaveValueAsync(Pattern.Of("0x"));
                    await page.Button("Run").ClickAsync();
                    await Expect(page.Result()).ToContainTextAsync("\"data\"");
                    var ground = await page.EvaluateAsync<int>(
                        "Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"
                    );
                    Assert.Equal(scheme == ColorScheme.Dark, ground < 128);
                    Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.Script));
                },
                new BrowserNewContextOptions { ColorScheme = scheme }
            );
        }
    }

    [Fact]
    public Task Without_JavaScript_a_message_tells_what_to_do() =>
        explorer.VisitAsync(
            async page => await Expect(page.GetByText("needs JavaScript")).ToBeVisibleAsync(),
            new BrowserNewContextOptions { JavaScriptEnabled = false }
        );
}
