using System.Globalization;
using Indexer.Migrations;
using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.Exports.Bench;

/// <summary>The rows that are exported, made once.</summary>
internal static class Seed
{
    /// <summary>Fills the database when it is empty, in one transaction.</summary>
    public static async Task FillAsync(EmbeddedPostgres cluster, string name, long rows)
    {
        var text = await TextAsync();
        await cluster.Endpoint.EnsureDatabaseAsync(name, CancellationToken.None);
        var settings = new NpgsqlConnectionStringBuilder(cluster.ConnectionString(name))
        {
            CommandTimeout = 0,
            Pooling = false,
        };
        await using var source = NpgsqlDataSource.Create(settings);
        await Schema.EnsureAsync(source, CancellationToken.None);
        await using var any = source.CreateCommand("select 1 from network");
        if (await any.ExecuteScalarAsync() is null)
        {
            Console.WriteLine("Seeding the database; later runs use it again.");
            await using var connection = await source.OpenConnectionAsync();
#pragma warning disable CA2100 // The text is the seed of this program.
            await using var command = new NpgsqlCommand(
                text.Replace(":rows", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                connection
            );
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
            await using var analyze = new NpgsqlCommand("vacuum (analyze)", connection);
            await analyze.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> TextAsync()
    {
        await using var stream = typeof(Seed).Assembly.GetManifestResourceStream("Seed.sql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
