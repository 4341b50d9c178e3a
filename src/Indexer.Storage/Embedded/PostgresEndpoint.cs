using Npgsql;

namespace Indexer.Storage.Embedded;

/// <summary>Where a running cluster listens: a Unix socket that only its user can reach, or a loopback port on Windows.</summary>
/// <param name="ProcessId">The postmaster.</param>
/// <param name="Host">Directory of the socket, or the loopback address.</param>
/// <param name="Port">Port; on a socket it is part of the socket's name.</param>
public sealed record PostgresEndpoint(int ProcessId, string Host, int Port)
{
    /// <summary>The user that owns everything in the cluster. It has no password: who reaches the socket is trusted.</summary>
    public const string UserName = "indexer";

    /// <summary>The connection string of one database; it need not exist yet.</summary>
    /// <param name="database">Database name.</param>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Username = UserName,
            Database = database,
            SslMode = SslMode.Disable,
        }.ConnectionString;

    /// <summary>The address of one database as libpq reads it (psql, pg_dump and most drivers); it need not exist yet.</summary>
    /// <param name="database">Database name.</param>
    public string Uri(string database) =>
        System.Uri.TryCreate(Host, UriKind.Absolute, out _)
            ? $"postgresql://{UserName}@/{System.Uri.EscapeDataString(database)}?host={System.Uri.EscapeDataString(Host)}&port={Port}"
            : $"postgresql://{UserName}@{Host}:{Port}/{System.Uri.EscapeDataString(database)}";

    /// <summary>The arguments that make <c>psql</c> (and pg_dump) connect to one database.</summary>
    /// <param name="database">Database name.</param>
    public IReadOnlyList<string> PsqlArguments(string database) =>
        ["--host", Host, "--port", $"{Port}", "--username", UserName, "--dbname", database];

    /// <summary>The databases of the cluster that the indexer made, the newest first.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> DatabasesAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand(
            "select datname from pg_database where not datistemplate and datname <> 'postgres' order by oid desc"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>Creates the database unless it exists; it inherits UTF-8 and the C collation.</summary>
    /// <param name="database">Database name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EnsureDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var exists = source.CreateCommand("select 1 from pg_database where datname = $1");
        exists.Parameters.AddWithValue(database);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return;
        }

        await using var create = source.CreateCommand($"create database {PostgresName.Quote(database)}");
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another program made it between the question and the order.
        }
    }
}
