using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Indexer.Explorer.Tests;

/// <summary>The pages for people who would rather look than query.</summary>
public sealed partial class PageTests(Explorer explorer)
{
    private const int MaxBytes = 100_000;
    private const int MaxPages = 400;

    /// <summary>What a screen reader or a keyboard would miss: names, captions, headings, and text that is cut off.</summary>
    private const string Barriers = """
        () => {
          const found = [];
          const named = (element) => element.getAttribute("aria-label") || element.labels?.length || element.textContent.trim() || element.querySelector("img[alt]:not([alt=''])");
          for (const element of document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")) {
            if (!named(element)) found.push(`without a name: ${element.outerHTML.slice(0, 90)}`);
          }
          for (const image of document.querySelectorAll("img:not([alt]), svg:not([aria-labelledby], [aria-hidden=true])")) {
            found.push(`without a text: ${image.outerHTML.slice(0, 90)}`);
          }
          for (const id of [...document.querySelectorAll("[aria-labelledby]")].map((it) => it.getAttribute("aria-labelledby"))) {
            if (document.querySelectorAll(`[id="${id}"]`).length !== 1) found.push(`names ${id}`);
          }
          for (const cell of document.querySelectorAll("thead th:not([scope=col])")) found.push(`no column: ${cell.textContent}`);
          if (document.querySelectorAll("h1").length !== 1) found.push("not one main heading");
          for (const element of document.querySelectorAll("main :is(h1, h2, p, dd, dt, td, th, li, figcaption)")) {
            if (element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") {
              found.push(`cut off: ${element.textContent.trim().slice(0, 60)}`);
            }
          }
          return found;
        }
        """;

    /// <summary>One page of each kind with what the sample has most of.</summary>
    private static readonly Func<string, bool>[] Kinds =
    [
        path => path == "/",
        path => path.StartsWith("/holders/", StringComparison.Ordinal),
        path => path == "/pools",
        path => path.StartsWith("/pools/", StringComparison.Ordinal),
        path => path == "/governance",
        path => path.StartsWith("/proposals/", StringComparison.Ordinal),
        path => path == "/migration",
        path => path == "/trust",
    ];

    [Fact]
    public async Task Every_link_leads_to_a_page_and_none_is_heavy()
    {
        var pages = await CrawlAsync();

        Assert.All(Kinds, kind => Assert.Contains(pages.Keys, path => kind(path)));
        Assert.All(pages, page => Assert.InRange(page.Value, 1, MaxBytes));
        Assert.InRange(pages.Count, 20, MaxPages - 1);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task They_fit_the_window_can_be_read_and_named_and_complain_of_nothing(int width, ColorScheme scheme)
    {
        var pages = await CrawlAsync();
        foreach (var kind in Kinds)
        {
            var path = pages.Where(page => kind(page.Key)).MaxBy(page => page.Value).Key;
            await explorer.VisitAsync(
                async page =>
                {
                    Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                    Assert.Equal([path], [path, .. await page.EvaluateAsync<string[]>(Contrast.Script)]);
                    Assert.Equal([path], [path, .. await page.EvaluateAsync<string[]>(Barriers)]);
                    await page.Keyboard.PressAsync("Tab");
                    await Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
                    await page.Keyboard.PressAsync("Enter");
                    await Expect(page.Locator("main")).ToBeFocusedAsync();
                },
                new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = width, Height = 800 },
                    ColorScheme = scheme,
                },
                path: path
            );
        }
    }

    [Fact]
    public Task A_page_opens_as_the_query_that_made_it() =>
        explorer.VisitAsync(
            async page =>
            {
                await page.GetByText("This page as GraphQL").ClickAsync();
                await Expect(page.Editor()).ToHaveValueAsync(Pattern.Of("query Migration"));
                await page.Button("Run").ClickAsync();
                await Expect(page.Result()).ToContainTextAsync("\"migrations\"");
            },
            path: "/migration"
        );

    [Fact]
    public Task A_holder_is_found_by_any_address() =>
        explorer.VisitAsync(
            async page =>
            {
                var address = await AnyAsync(
                    "select display from holder_account where length(address) = 20 and address <> holder limit 1"
                );
                var input = page.GetByLabel("Address of a holder");
                await input.FillAsync(address);
                await input.PressAsync("Enter");
                await Expect(page.GetByText("asked by any of them")).ToBeVisibleAsync();
                await Expect(page.Locator("main")).ToContainTextAsync(address);
                await page.GetByText("Each year").ClickAsync();
                await Expect(page.GetByText("Each year")).ToHaveAttributeAsync("aria-current", "true");
            },
            path: "/"
        );

    [Fact]
    public async Task What_is_not_there_is_said_in_words()
    {
        using var client = new HttpClient();
        Assert.Equal((404, "khala has no pool 99999."), await ProblemAsync("/pools/khala/99999"));
        Assert.Equal(
            (404, "khala has no proposal referendum/99999."),
            await ProblemAsync("/proposals/khala/referendum/99999")
        );
        Assert.Equal(400, (await ProblemAsync("/holders/nobody")).Status);
        Assert.Contains(
            "is not an SS58 address",
            (await ProblemAsync("/holders/nobody")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(400, (await ProblemAsync("/holders")).Status);
        Assert.Equal(200, (await ProblemAsync("/pools?q=nobody+is+called+so")).Status);
        Assert.Contains("sort is “size”", (await ProblemAsync("/pools?sort=size")).Text, StringComparison.Ordinal);
        Assert.Contains("no network \"moon\"", (await ProblemAsync("/pools/moon/1")).Text, StringComparison.Ordinal);

        async Task<(int Status, string Text)> ProblemAsync(string path)
        {
            using var response = await client.GetAsync(explorer.Root + path, TestContext.Current.CancellationToken);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (
                (int)response.StatusCode,
                System.Net.WebUtility.HtmlDecode(Lead().Match(html).Groups["text"].Value)
            );
        }
    }

    private async Task<string> AnyAsync(string sql)
    {
        await using var command = explorer.DataSource.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>All pages that can be reached from the first one by links, with their sizes.</summary>
    private async Task<Dictionary<string, int>> CrawlAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(explorer.Root) };
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var path) && sizes.Count < MaxPages)
        {
            if (sizes.ContainsKey(path))
            {
                continue;
            }

            using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(
                response.IsSuccessStatusCode,
                $"{path}: {(int)response.StatusCode} {Lead().Match(html).Groups["text"]}"
            );
            sizes[path] = html.Length;
            foreach (Match link in Link().Matches(html))
            {
                var target = new Uri(
                    new Uri(explorer.Root + path),
                    System.Net.WebUtility.HtmlDecode(link.Groups["to"].Value)
                );
                if (
                    !target.AbsolutePath.StartsWith("/graphql", StringComparison.Ordinal)
                    && !target.AbsolutePath.StartsWith("/export", StringComparison.Ordinal)
                )
                {
                    waiting.Enqueue(target.PathAndQuery);
                }
            }
        }

        return sizes;
    }

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"#]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<p class=\"lead\">(?<text>[^<]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();
}
