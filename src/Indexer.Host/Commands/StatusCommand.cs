using System.CommandLine;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Npgsql;
using Spectre.Console;

namespace Indexer.Host.Commands;

/// <summary><c>indexer status</c>: what the database holds and what the ingestion says about itself.</summary>
internal static class StatusCommand
{
    private const string Sql = """
        select n.name, coalesce(s.state, 'NEVER RUN'), coalesce(c.height::text, ''), coalesce(s.finalized_height::text, ''),
            coalesce(s.head_height::text, ''), coalesce(c.events::text, ''), coalesce(s.updated_at::timestamptz(0)::text, ''), coalesce(s.reason, '')
        from network n
        left join cursor c on c.network = n.name
        left join ingestion_status s on s.network = n.name
        order by n.name
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("status", "Shows how far every network is indexed.") { common.Config };
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        var configuration = ConfigurationLoader.Load(parsed.GetValue(common.Config));
                        await using var database = await DatabaseAccess.OpenAsync(
                            configuration.Database,
                            cancellationToken
                        );
                        await PrintAsync(database.DataSource, cancellationToken);
                        return Failures.Success;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task PrintAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        string[] columns = ["network", "state", "indexed", "finalized", "head", "events", "updated", "reason"];
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        await using var command = dataSource.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            table.AddRow([
                .. Enumerable.Range(0, columns.Length).Select(column => Markup.Escape(reader.GetString(column))),
            ]);
        }

        AnsiConsole.Write(table);
    }
}
