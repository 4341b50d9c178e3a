using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;
using Indexer.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Indexer.Api.Tests;

/// <summary>The programs of samples/clients, each with the default options of its library, against the API over HTTP.</summary>
public sealed class ClientTests(SampleIndex index)
{
    private const string Folder = "../../samples/clients";

    [Theory]
    [InlineData("apollo.mjs")]
    [InlineData("urql.mjs")]
    [InlineData("relay.mjs")]
    [InlineData("request.mjs")]
    public async Task Caches_keep_what_is_and_what_was_apart(string program)
    {
        var cancellation = TestContext.Current.CancellationToken;
        if (program == "relay.mjs")
        {
            await NodePackages.RunAsync("compile.mjs", "", cancellation, Folder);
        }

        await using var server = await ServeAsync(index);
        var values = await NodePackages.RunAsync(program, "", cancellation, Folder, UrlOf(server));
        Assert.Equal("""{"now":"1107","then":"1500"}""", values.Trim());
    }

    [Fact]
    public async Task A_counter_of_messages_counts_events()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var own = new SampleIndex();
        await own.InitializeAsync();
        await using var server = await ServeAsync(own);
        using var program = NodePackages.Start("counting.mjs", Folder, UrlOf(server), "0.5", "9");
        await using var _ = cancellation.Register(() => program.Kill(entireProcessTree: true));
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(own.Database.DataSource).Options
        );
        var chain = new Chain(
            new LedgerWriter(own.Database.DataSource, context, AccountText.Format),
            "khala",
            Story.Start
        );
        var height = 1L;
        await chain.BlockAsync(height, PoolOf());
        var subscribed = program.StandardOutput.ReadLineAsync(cancellation).AsTask();
        while (!await IsDoneAsync(subscribed))
        {
            await chain.BlockAsync(++height, Contribution(new Pha(Pha.UnitsPerPha / 2)));
        }

        Assert.Equal("subscribed", await subscribed);
        await chain.BlockAsync(++height, Contribution(Story.Pha(1)), Contribution(Story.Pha(2)));
        await chain.BlockAsync(++height, Contribution(Story.Pha(3)));
        // What becomes final is told to nobody who has not asked for it.
        await chain.FinalizeAsync(height);
        await chain.BlockAsync(++height, Contribution(Story.Pha(9)));
        Assert.Equal("""{"apollo":4,"urql":4}""", await program.StandardOutput.ReadLineAsync(cancellation));
    }

    /// <summary>Whether a line has come, which is given the time of a block to do so.</summary>
    private static async Task<bool> IsDoneAsync(Task<string?> line)
    {
        try
        {
            await line.WaitAsync(TimeSpan.FromMilliseconds(300));
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static PoolAppeared PoolOf() =>
        new(
            new Pool
            {
                Network = "",
                Id = "7",
                Pid = 7,
                Kind = PoolKind.StakePool,
                Owner = People.Owner,
                Account = People.PoolAccount,
                CollectionId = 107,
                Height = 0,
                Time = default,
            }
        );

    private static StakeEvent Contribution(Pha amount) =>
        new()
        {
            PoolId = "7",
            Account = People.Bob,
            Kind = StakeEventKind.Contribution,
            Amount = amount,
            Value = amount,
            Shares = amount,
            Cost = amount,
        };

    private static async Task<WebApplication> ServeAsync(SampleIndex index)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(index.Database.DataSource).AddSingleton(TimeProvider.System).AddIndexerApi();
        var application = builder.Build();
        application.UseWebSockets();
        application.MapIndexerApi();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private static string UrlOf(WebApplication server) => server.Urls.Single() + IndexerApi.Path;
}
