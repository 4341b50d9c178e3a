using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.GraphQL;
using Indexer.GraphQL.Planning;

namespace Indexer.Api.Tests;

/// <summary>
/// What a holder's fields cost grows with what the holder did, not with the index: with 200,000 rows of others, each table is read by an
/// index of the holder's addresses.
/// </summary>
public sealed class HolderPlanTests(ITestOutputHelper output)
{
    private const string Others = """
        create temporary table somebody as
          select n, decode(md5(n::text) || substr(md5(n::text), 1, 8), 'hex') as evm, sha256(n::text::bytea) as substrate
          from generate_series(1, 50000) n;
        insert into account (network, address, height, time)
          select 'phala', substrate, 1, '2024-01-01'::timestamptz from somebody union all select 'ethereum', evm, 1, '2025-01-01'::timestamptz from somebody;
        insert into holder_account (address, holder, holder_id, display)
          select substrate, substrate, substring(substrate from 1 for 20), n::text from somebody
          union all select evm, substrate, substring(substrate from 1 for 20), n::text from somebody;
        insert into account_link (network, height, index, ordinal, time, claim_user, account, kind)
          select 'ethereum', n, 0, 0, '2025-01-01'::timestamptz + n * interval '1 second', substring(substrate from 1 for 20), evm, 'PHALA_CLAIM' from somebody;
        insert into claim (network, height, index, ordinal, time, kind, contract, claim_user, free, staked_shares, receiver)
          select 'ethereum', n, 1, 0, '2025-01-01', 'PHALA', evm, substring(substrate from 1 for 20), 1, 1, evm from somebody;
        insert into vote_event (network, height, index, ordinal, time, proposal_id, voter, kind, action, choice, balance, ayes, nays, abstains, others, delegated_weight, delegated_balance)
          select 'phala', 1000 + n, 9, 0, '2025-01-01', 'referendum/9', substrate, 'DIRECT', 'CAST', 'AYE', 1, 1, 0, 0, 0, 0, 0 from somebody;
        insert into bridge_transfer (network, from_height, event_height, event_index, direction, side, message, number, token, remote_token, sender, receiver, amount, event_time, transaction)
          select 'ethereum', n, n, 5, 'DEPOSIT', 'INITIATED', substrate, 1, evm, evm, evm, evm, 1, '2025-01-01', substrate from somebody;
        insert into stake_event (network, height, index, ordinal, time, account, kind, amount, value, shares, withdrawing_shares, unlocking_value, cost, transaction)
          select 'ethereum', 1000 + n, k, 0, '2025-01-02'::timestamptz + n * interval '1 second', evm, case k when 1 then 'SHARES_MINTED' else 'DEPOSIT' end, 1, 0, 1, 0, 0, 0, substrate
          from somebody cross join generate_series(1, 2) k;
        """;

    private const string Own = """
        insert into stake_event (network, height, index, ordinal, time, account, kind, amount, value, shares, withdrawing_shares, unlocking_value, cost, transaction)
          select 'ethereum', 100000 + n, k, 0, '2025-02-01'::timestamptz + n * interval '1 minute', $1, case k when 1 then 'SHARES_MINTED' else 'DEPOSIT' end, 1, 0, 1, 0, 0, 0, sha256(n::text::bytea)
          from generate_series(1, 2000) n cross join generate_series(1, 2) k
        """;

    [Fact]
    public async Task Nothing_of_others_is_read()
    {
        await using var index = new LifeIndex();
        await index.InitializeAsync();
        await RunAsync(index, Others);
        await RunAsync(index, Own, LifeStory.CatKhala.ToArray());
        await RunAsync(index, "analyze");
        const string all = "kind time amount shares";
        foreach (
            var (query, most) in new[]
            {
                ("holder(address: $address) { id address accounts { nodes { address } } }", 30),
                ("holder(address: $address, asOf: { height: 119 }) { id address accounts { nodes { address } } }", 500),
                ("holders(first: 5, asOf: { height: 119 }) { nodes { id address } }", 500),
                ("holder(address: $address) { links { nodes { kind from to } } }", 150),
                ($"holder(address: $address) {{ activity(first: 50) {{ nodes {{ {all} }} }} }}", 20_000),
                ($"holder(address: $address) {{ activity(last: 50) {{ nodes {{ {all} }} }} }}", 20_000),
                (
                    $"holder(address: $address) {{ activity(where: {{ time: {{ gt: \"2025-02-02T08:00:00Z\" }} }}) {{ nodes {{ {all} }} }} }}",
                    2_500
                ),
            }
        )
        {
            var (plan, milliseconds) = await ExplainAsync(index, query);
            var scans = Scans(plan)
                .Where(scan => !scan.Relation.StartsWith("network", StringComparison.Ordinal))
                .ToList();
            var rows = scans.Sum(scan => scan.Rows);
            output.WriteLine($"{milliseconds:F1} ms, {rows} rows: {query}");
            Assert.DoesNotContain(scans, scan => scan is { Node: "Seq Scan", Rows: > 1_000 });
            Assert.True(rows <= most, $"{rows} rows are read for {query}.");
        }
    }

    private static async Task RunAsync(LifeIndex index, string sql, params object[] parameters)
    {
        await using var command = index.Database.DataSource.CreateCommand(sql);
        command.CommandTimeout = 300;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(JsonElement Plan, double Milliseconds)> ExplainAsync(LifeIndex index, string query)
    {
        var operation = index.Engine.Prepare(
            new GraphQLRequest(
                $"query {(query.StartsWith("holders", StringComparison.Ordinal) ? "" : "($address: Address!) ")}{{ {query} }}",
                Variables: JsonSerializer.SerializeToElement(new { address = AccountText.Format(LifeStory.CatKhala) })
            ),
            out var errors
        );
        Assert.Empty(errors);
        var root = Assert.Single(operation!.Roots);
        await using var command = index.Database.DataSource.CreateCommand(
            $"explain (analyze, format json) {((SqlRoot)root.Plan).Sql}"
        );
        foreach (var parameter in root.Parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        var text = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        var explained = JsonElement.Parse(text)[0];
        return (explained.GetProperty("Plan"), explained.GetProperty("Execution Time").GetDouble());
    }

    /// <summary>The scans of a plan, with the rows that each read in all, those that it dropped included.</summary>
    private static IEnumerable<(string Node, string Relation, long Rows)> Scans(JsonElement node)
    {
        if (node.TryGetProperty("Relation Name", out var relation))
        {
            var dropped = node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0;
            var rows =
                (node.GetProperty("Actual Rows").GetDouble() + dropped) * node.GetProperty("Actual Loops").GetDouble();
            yield return (node.GetProperty("Node Type").GetString()!, relation.GetString()!, (long)rows);
        }

        if (node.TryGetProperty("Plans", out var plans))
        {
            foreach (var scan in plans.EnumerateArray().SelectMany(Scans))
            {
                yield return scan;
            }
        }
    }
}
