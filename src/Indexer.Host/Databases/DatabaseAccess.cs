using Indexer.Host.Configuration;
using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.Host.Databases;

/// <summary>A look into the database beside a running program, or with a private PostgreSQL started for the moment.</summary>
internal sealed class DatabaseAccess : IAsyncDisposable
{
    private readonly IndexDatabase? own;

    private DatabaseAccess(NpgsqlDataSource dataSource, IndexDatabase? own)
    {
        DataSource = dataSource;
        this.own = own;
    }

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Connects to the configured database, to the private one that another program runs, or to one started for it.</summary>
    public static async Task<DatabaseAccess> OpenAsync(
        DatabaseConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        var directory = IndexDatabase.Options(configuration).DataDirectory;
        if (configuration.ConnectionString is null && EmbeddedPostgres.TryFindRunning(directory) is { } running)
        {
            return new DatabaseAccess(
                NpgsqlDataSource.Create(running.ConnectionString(IndexDatabase.DefaultName)),
                own: null
            );
        }

        var database = await IndexDatabase.OpenAsync(configuration, IndexDatabase.DefaultName, cancellationToken);
        return new DatabaseAccess(database.DataSource, database);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
