using Indexer.Host.Configuration;
using Indexer.Migrations;
using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.Host.Databases;

/// <summary>
/// A look at the database beside a running program, or with the private PostgreSQL started for the moment. It creates nothing.
/// In the private PostgreSQL the database of the real networks comes first; where there is none, or when asked for, it is that of
/// the newest demo.
/// </summary>
internal sealed class DatabaseAccess : IAsyncDisposable
{
    private readonly EmbeddedPostgres? started;

    private DatabaseAccess(
        NpgsqlDataSource dataSource,
        string name,
        PostgresEndpoint? endpoint,
        IReadOnlyList<string> others,
        EmbeddedPostgres? started
    ) => (DataSource, Name, Endpoint, Others, this.started) = (dataSource, name, endpoint, others, started);

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Where the private PostgreSQL listens; null when another one is configured.</summary>
    public PostgresEndpoint? Endpoint { get; }

    /// <summary>The other databases beside it.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>Whether it is that of a demo.</summary>
    public bool IsDemo => Endpoint is not null && IsDemoName(Name);

    /// <summary>Connects to what is there.</summary>
    /// <param name="configuration">Where the database is.</param>
    /// <param name="demo">Asks for that of the newest demo.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The database; null when there is none.</returns>
    public static async Task<DatabaseAccess?> FindAsync(
        DatabaseConfiguration configuration,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        if (configuration.ConnectionString is { } connectionString)
        {
            var name = new NpgsqlConnectionStringBuilder(connectionString.Reveal()).Database ?? "";
            return new DatabaseAccess(
                NpgsqlDataSource.Create(connectionString.Reveal()),
                name,
                endpoint: null,
                [],
                started: null
            );
        }

        var options = IndexDatabase.Options(configuration);
        if (EmbeddedPostgres.TryFindRunning(options.DataDirectory) is { } running)
        {
            return await ChooseAsync(running, demo, started: null, cancellationToken);
        }

        if (!EmbeddedPostgres.Exists(options.DataDirectory))
        {
            return null;
        }

        var postgres = await EmbeddedPostgres.StartAsync(options, StartupNotes.Console, cancellationToken);
        var access = await ChooseAsync(postgres.Endpoint, demo, postgres, cancellationToken);
        if (access is null)
        {
            await postgres.DisposeAsync();
        }

        return access;
    }

    /// <summary>Connects to an index that is there, with the schema of this version.</summary>
    /// <param name="configuration">Where the database is.</param>
    /// <param name="demo">Asks for that of the newest demo.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NothingIndexedException">There is none.</exception>
    public static async Task<DatabaseAccess> RequireAsync(
        DatabaseConfiguration configuration,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        var database = await FindAsync(configuration, demo, cancellationToken);
        if (database is not null && await Schema.IsCurrentAsync(database.DataSource, cancellationToken))
        {
            return database;
        }

        var place = database?.Name ?? IndexDatabase.Options(configuration).DataDirectory;
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        throw new NothingIndexedException(place);
    }

    /// <summary>The database that is meant when none is named.</summary>
    /// <param name="endpoint">The private PostgreSQL.</param>
    /// <param name="demo">Asks for that of the newest demo.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its name and the others, the newest first; null when there is none.</returns>
    public static async Task<(string Name, IReadOnlyList<string> Others)?> ChooseAsync(
        PostgresEndpoint endpoint,
        bool demo,
        CancellationToken cancellationToken
    )
    {
        var names = await endpoint.DatabasesAsync(cancellationToken);
        var name =
            !demo && names.Contains(IndexDatabase.DefaultName, StringComparer.Ordinal)
                ? IndexDatabase.DefaultName
                : names.FirstOrDefault(IsDemoName);
        return name is null ? null : (name, [.. names.Where(other => other != name)]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (started is not null)
        {
            await started.DisposeAsync();
        }
    }

    private static async Task<DatabaseAccess?> ChooseAsync(
        PostgresEndpoint endpoint,
        bool demo,
        EmbeddedPostgres? started,
        CancellationToken cancellationToken
    ) =>
        await ChooseAsync(endpoint, demo, cancellationToken) is var (name, others)
            ? new DatabaseAccess(
                NpgsqlDataSource.Create(endpoint.ConnectionString(name)),
                name,
                endpoint,
                others,
                started
            )
            : null;

    private static bool IsDemoName(string name) => name.StartsWith(IndexDatabase.DemoPrefix, StringComparison.Ordinal);
}

/// <summary>There is no index where it is looked for.</summary>
/// <param name="place">A database or directory.</param>
internal sealed class NothingIndexedException(string place)
    : Exception(
        $"Nothing is indexed yet: there is no index in {place}. Start with: indexer demo --once, or: indexer run"
    );
