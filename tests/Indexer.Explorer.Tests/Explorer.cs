using Indexer.Api;
using Indexer.Api.Tests.Sample;
using Indexer.Explorer.Tests;
using Indexer.GraphQL.Explorer;
using Indexer.GraphQL.Http;
using Indexer.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;

[assembly: AssemblyFixture(typeof(Explorer))]

namespace Indexer.Explorer.Tests;

/// <summary>The product's endpoint over the sample on a free port, and the machine's Chromium to open it with.</summary>
public sealed class Explorer : IAsyncLifetime
{
    /// <summary>A page of another product, with text that is no markup.</summary>
    public static readonly ExplorerOptions Other = new()
    {
        Title = "A <b>\"&amp; {settings}</b>",
        Examples =
        [
            new DocumentedQuery(
                "Odd",
                "</script><script>alert(1)</script>",
                "<img src=x onerror=alert(2)>",
                "query Odd { __typename }",
                null
            ),
        ],
    };

    public const string OtherPath = "/other";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly GovernanceIndex index = new();
    private WebApplication? application;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The other end of the page's subscriptions.</summary>
    public ScriptedSubscriptions Subscriptions { get; } = new();

    /// <summary>The address of the explorer's page and the endpoint.</summary>
    public string Url => Root + IndexerApi.Path;

    /// <summary>The address of the site, without a slash.</summary>
    public string Root => application!.Urls.Single();

    /// <summary>The database that is shown.</summary>
    public NpgsqlDataSource DataSource => index.Database.DataSource;

    public async ValueTask InitializeAsync()
    {
        // What is waited for comes in milliseconds, but the machine may have much else to do.
        Assertions.SetDefaultExpectTimeout(30_000);
        await index.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(index.Database.DataSource).AddSingleton(TimeProvider.System).AddIndexerApi();
        application = builder.Build();
        application.UseWebSockets();
        application.Use(Subscriptions.ServeAsync);
        application.MapIndexerApi();
        application.MapIndexerPages();
        application.MapGraphQL(OtherPath, Other);
        await application.StartAsync();
        if (Find() is { } program)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = program, ChromiumSandbox = false }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await application!.DisposeAsync();
        await index.DisposeAsync();
    }

    /// <summary>
    /// Opens the page and does something with it. Then nothing must have been written to the console and no other host
    /// asked.
    /// </summary>
    /// <param name="visit">What to do.</param>
    /// <param name="options">The browser's window; 1280 x 800 when left out.</param>
    /// <param name="status">
    /// The HTTP status of refusals that belong to the visit: Chromium itself writes those to the console.
    /// </param>
    /// <param name="path">Of another page than the explorer's.</param>
    public async Task VisitAsync(
        Func<IPage, Task> visit,
        BrowserNewContextOptions? options = null,
        int? status = null,
        string path = IndexerApi.Path
    )
    {
        RequireBrowser();
        options ??= new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        };
        options.Permissions = ["clipboard-read", "clipboard-write"];
        await using var context = await browser!.NewContextAsync(options);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => complaints.AddRange(IsExpected(message.Text, status) ? [] : [message.Text]);
        page.Request += (_, request) => complaints.AddRange(IsOwn(request.Url) ? [] : [$"asked {request.Url}"]);
        await page.GotoAsync(Root + path);
        await visit(page);
        Assert.Empty(complaints);
    }

    private static bool IsExpected(string message, int? status) =>
        status is not null
        && message.StartsWith(
            $"Failed to load resource: the server responded with a status of {status} ",
            StringComparison.Ordinal
        );

    private bool IsOwn(string url) => url.StartsWith(Root, StringComparison.Ordinal);

    private void RequireBrowser()
    {
        const string Reason = "Chromium is not on PATH; apt-get install chromium to test the page.";
        if (browser is null && Environment.GetEnvironmentVariable("CI") is not null)
        {
            Assert.Fail(Reason);
        }

        Assert.SkipWhen(browser is null, Reason);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
