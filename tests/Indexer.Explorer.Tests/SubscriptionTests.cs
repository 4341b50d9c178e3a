using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

/// <summary>The page's side of graphql-transport-ws.</summary>
public sealed class SubscriptionTests(Explorer explorer)
{
    [Fact]
    public Task A_subscription_lists_its_messages_until_it_is_stopped_completes_or_fails() =>
        explorer.VisitAsync(async page =>
        {
            await page.Tab("Headers").ClickAsync();
            await page.Editor("Headers").FillAsync("{ \"x-api-key\": \"secret\" }");
            await page.Tab("Variables").ClickAsync();
            await page.Editor("Variables").FillAsync("{ \"n\": \"phala\" }");
            await page.RunAsync("subscription Waits($n: String) { blockIndexed(network: $n) { height } }");

            await Expect(page.State()).ToHaveTextAsync("Live · 2 messages");
            await Expect(page.Locator(".messages li").First).ToContainTextAsync("\"height\": 12");
            var init = await explorer.Subscriptions.NextAsync();
            Assert.Equal("secret", init.GetProperty("payload").GetProperty("x-api-key").GetString());
            var payload = (await explorer.Subscriptions.NextAsync()).GetProperty("payload");
            Assert.Equal("phala", payload.GetProperty("variables").GetProperty("n").GetString());
            var pong = await explorer.Subscriptions.NextAsync();
            Assert.Equal(7, pong.GetProperty("payload").GetProperty("at").GetInt32());
            await page.Button("Stop").ClickAsync();
            Assert.Equal("complete", (await explorer.Subscriptions.NextAsync()).GetProperty("type").GetString());
            await Expect(page.State()).ToHaveTextAsync("Stopped · 2 messages");

            await page.RunAsync("subscription Completes { blockIndexed { height } }");
            await Expect(page.State()).ToHaveTextAsync("Complete · 2 messages");
            await Expect(page.Button("Run")).ToBeVisibleAsync();

            await page.RunAsync("subscription Fails   { blockIndexed { height } }");
            await Expect(page.State()).ToHaveTextAsync("Failed · 2 messages");
            await Expect(page.Locator("#problems")).ToContainTextAsync("Too slow.");
            await Expect(page.Locator(".layer .mark")).ToHaveTextAsync("blockIndexed");
        });
}
