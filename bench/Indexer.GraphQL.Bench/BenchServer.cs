using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Http;
using Indexer.GraphQL.Postgres.Tests;
using Indexer.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Bench;

/// <summary>A library of 20,000 books by 1,000 authors behind HTTP.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string Rows = """
        insert into authors select i, 'Author ' || i, decode(lpad(to_hex(i), 6, '0'), 'hex'), 'IS' from generate_series(1, 1000) i;
        insert into books select i, 1 + i % 1000, 'Title ' || i, 'sf', i * 1e15::numeric, i % 900, '2020-01-01', true
          from generate_series(1, 20000) i;
        insert into stock select i, 3, 0, null from generate_series(1, 20000) i;
        analyze;
        """;

    private readonly TestDatabase database;
    private readonly WebApplication app;

    private BenchServer(TestDatabase database, NpgsqlDataSource dataSource, WebApplication app) =>
        (this.database, DataSource, this.app) = (database, dataSource, app);

    public NpgsqlDataSource DataSource { get; }

    public GraphQLEngine Engine => app.Services.GetRequiredService<GraphQLEngine>();

    public Uri Url => new(app.Urls.Single() + "/graphql");

    public static async Task<BenchServer> StartAsync(int connections)
    {
        var library = await TestDatabase.CreateAsync();
        var settings = new NpgsqlConnectionStringBuilder(library.ConnectionString) { MaxPoolSize = connections };
        var dataSource = NpgsqlDataSource.Create(settings);
        await using (var command = dataSource.CreateCommand(LibraryData.Tables + Rows))
        {
            await command.ExecuteNonQueryAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddGraphQLHttp();
        builder.Services.AddSingleton(services => new GraphQLEngine(
            LibrarySchema.Build(),
            dataSource,
            new GraphQLOptions(),
            TimeProvider.System,
            services.GetRequiredService<ILogger<GraphQLEngine>>()
        ));
        var application = builder.Build();
        application.MapGraphQL("/graphql");
        await application.StartAsync();
        return new BenchServer(library, dataSource, application);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await DataSource.DisposeAsync();
        await database.DisposeAsync();
    }
}
