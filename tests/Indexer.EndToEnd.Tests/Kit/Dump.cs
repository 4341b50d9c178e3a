using Indexer.TestKit;
using Npgsql;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>
/// All rows of all tables as text, in an order of their own: two databases with equal dumps hold the same. The steps that
/// led there are no part of it.
/// </summary>
internal static class Dump
{
    private const string Tables = """
        select table_name from information_schema.tables
        where table_schema = 'public' and table_name not like '\_\_%'
        and table_name not in ('index_change', 'retracted_row') order by 1
        """;

    public static async Task<IReadOnlyList<string>> OfAsync(NpgsqlDataSource dataSource)
    {
        var rows = new List<string>();
        foreach (var table in await dataSource.LinesAsync(Tables))
        {
            // When a status was written is the only thing that two runs may differ in.
            var row = table == "ingestion_status" ? "to_jsonb(t) - 'updated_at' - 'since'" : "to_jsonb(t)";
            rows.AddRange(
                await dataSource.LinesAsync(
                    $"select '{table} ' || ({row})::text as row from {table} t order by ({row})::text collate \"C\""
                )
            );
        }

        return rows;
    }
}
