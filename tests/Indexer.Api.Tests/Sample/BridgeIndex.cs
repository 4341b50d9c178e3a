using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(BridgeIndex))]

namespace Indexer.Api.Tests.Sample;

/// <summary>A sample of its own: vPHA on Ethereum, on Phala's L2 and in between. Tests only read it.</summary>
public sealed class BridgeIndex : SampleIndex
{
    /// <summary>The networks that are indexed, in the order in which they are.</summary>
    internal IReadOnlyList<string> Order { get; init; } = ["ethereum", "phala-l2"];

    /// <summary>Compares the books of both networks with their blocks final up to the given heights.</summary>
    internal async Task CompareAsync(params (string Network, long Height)[] final)
    {
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        foreach (var (network, height) in final)
        {
            await using var command = new NpgsqlCommand(
                "update cursor set finalized_height = $1 where network = $2",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = height },
                    new() { Value = network },
                },
            };
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal((1, 0), await BridgeChecks.CompareAsync(connection, CancellationToken.None));
    }

    /// <summary>Rows of one text.</summary>
    internal async Task<List<string>> LinesAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private protected override async Task TellAsync(IndexerDbContext context, LedgerWriter writer)
    {
        foreach (var name in Order)
        {
            if (name == "phala-l2")
            {
                context.Add(
                    new Network
                    {
                        Name = name,
                        Kind = NetworkKind.Evm,
                        ChainId = 2035,
                        StartBlock = 1,
                        L1 = "ethereum",
                    }
                );
                await context.SaveChangesAsync();
            }

            await BridgeStory.TellAsync(name, new Chain(writer, name, Story.Start));
        }
    }
}
