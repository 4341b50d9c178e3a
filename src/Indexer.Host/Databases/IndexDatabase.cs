using Indexer.Addresses;
using Indexer.Host.Configuration;
using Indexer.Ingestion;
using Indexer.JsonRpc;
using Indexer.Migrations;
using Indexer.Storage;
using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.Host.Databases;

/// <summary>The database of the program: the configured one, or a private PostgreSQL that starts and stops with it.</summary>
internal sealed class IndexDatabase : IAsyncDisposable
{
    /// <summary>Name of the database in the private PostgreSQL.</summary>
    public const string DefaultName = "indexer";

    /// <summary>What the names of databases of demos begin with.</summary>
    public const string DemoPrefix = "demo_";

    private readonly EmbeddedPostgres? server;
    private readonly CancellationTokenSource end = new();
    private readonly Task watch;

    private IndexDatabase(Secret connectionString, EmbeddedPostgres? server, string description)
    {
        ConnectionString = connectionString;
        DataSource = NpgsqlDataSource.Create(connectionString.Reveal());
        this.server = server;
        watch = server?.KeepAliveAsync(StartupNotes.Console, end.Token) ?? Task.CompletedTask;
        Description = description;
    }

    /// <summary>How to connect to it.</summary>
    public Secret ConnectionString { get; }

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Where it is, for people.</summary>
    public string Description { get; }

    /// <summary>Connects, or starts the private PostgreSQL; creates the schema when the database is empty.</summary>
    /// <param name="configuration">Where the database is.</param>
    /// <param name="name">Name of the database in the private PostgreSQL.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SchemaVersionException">The schema is of another version of the program.</exception>
    public static async Task<IndexDatabase> OpenAsync(
        DatabaseConfiguration configuration,
        string name,
        CancellationToken cancellationToken
    )
    {
        var database = await ConnectAsync(configuration, name, cancellationToken);
        try
        {
            await Schema.EnsureAsync(database.DataSource, cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connects, or starts the private PostgreSQL, whatever schema it has.</summary>
    public static async Task<IndexDatabase> ConnectAsync(
        DatabaseConfiguration configuration,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (configuration.ConnectionString is { } connectionString)
        {
            var host = new NpgsqlConnectionStringBuilder(connectionString.Reveal());
            return new IndexDatabase(
                connectionString,
                server: null,
                $"PostgreSQL at {host.Host}:{host.Port}, database {host.Database}"
            );
        }

        var options = Options(configuration);
        var started = await EmbeddedPostgres.StartAsync(options, StartupNotes.Console, cancellationToken);
        await started.Endpoint.EnsureDatabaseAsync(name, cancellationToken);
        return new IndexDatabase(
            started.ConnectionString(name),
            started,
            $"PostgreSQL {started.Installation.Version} in {options.DataDirectory}, database {name}"
        );
    }

    /// <summary>The options of the private PostgreSQL.</summary>
    public static EmbeddedPostgresOptions Options(DatabaseConfiguration configuration) =>
        configuration.DataDirectory is { } directory
            ? new EmbeddedPostgresOptions { DataDirectory = Path.GetFullPath(directory) }
            : new EmbeddedPostgresOptions();

    /// <summary>A context on the database.</summary>
    public IndexerDbContext CreateContext() => Schema.CreateContext(DataSource);

    /// <summary>The database as the ingestion uses it.</summary>
    public IngestionDatabase ForIngestion()
    {
        using var context = CreateContext();
        return new IngestionDatabase(
            DataSource,
            CreateContext,
            new LedgerWriter(DataSource, context, AccountText.Format)
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await end.CancelAsync();
        await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
