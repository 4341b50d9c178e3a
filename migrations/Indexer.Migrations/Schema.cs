using Indexer.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Indexer.Migrations;

/// <summary>Brings a database to the schema of this program, and refuses one of another program version.</summary>
public static class Schema
{
    /// <summary>A context on a database, with the migrations of this assembly.</summary>
    /// <param name="dataSource">The database.</param>
    public static IndexerDbContext CreateContext(NpgsqlDataSource dataSource) =>
        new(
            new DbContextOptionsBuilder<IndexerDbContext>()
                .UseNpgsql(dataSource, npgsql => npgsql.MigrationsAssembly(typeof(Schema).Assembly.GetName().Name))
                .Options
        );

    /// <summary>
    /// Creates the schema in an empty database, in one transaction and under a lock: a start that is killed leaves nothing, and
    /// of two at once one waits for the other. Leaves a current one alone.
    /// </summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SchemaVersionException">The schema is older or newer than the program; nothing was changed.</exception>
    public static async Task EnsureAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(dataSource, cancellationToken))
        {
            return;
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var locked = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('schema'), 0)", connection);
        await locked.ExecuteNonQueryAsync(cancellationToken);
        if (await IsCurrentAsync(dataSource, cancellationToken))
        {
            return;
        }

        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>()
                .UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(Schema).Assembly.GetName().Name))
                // All migrations in one transaction is what is wanted here.
                .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning))
                .Options
        );
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        // Looking for a history that is not there would fail, and with it the transaction.
        await context.Database.ExecuteSqlRawAsync(
            context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(),
            cancellationToken
        );
        await context.Database.MigrateAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Looks whether a database has the schema of this program. Changes nothing.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the database is empty.</returns>
    /// <exception cref="SchemaVersionException">The schema is older or newer than the program.</exception>
    public static async Task<bool> IsCurrentAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = CreateContext(dataSource);
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Count == 0)
        {
            return false;
        }

        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            throw new SchemaVersionException(
                $"The database has schema {newer}, which is newer than this program ({known[^1]}). Update the program."
            );
        }

        if (known.Count > applied.Count)
        {
            throw new SchemaVersionException(
                $"The database has schema {applied[^1]}, this program needs {known[^1]}. Stop all other instances, then run: indexer db migrate"
            );
        }

        return true;
    }

    /// <summary>Applies the migrations that are missing.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = CreateContext(dataSource);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
