using System.Text.Json;
using Indexer.Api;
using Indexer.GraphQL.Explorer;
using Npgsql;

namespace Indexer.GraphQL.Bench;

/// <summary>A documented query with the variables of many requests.</summary>
/// <param name="Name">The query's name.</param>
/// <param name="Requests">Its requests, to be sent in turn.</param>
internal sealed record Workload(string Name, IReadOnlyList<GraphQLRequest> Requests)
{
    private const string Address =
        "(select display from holder_account where holder_account.address = drawn.account) as address";

    /// <summary>Accounts and pools as often as they occur in the ledger, so that the busy ones come most.</summary>
    private const string Drawn = "from (select * from stake_event order by md5(index::text) limit 500) drawn";

    /// <summary>Voters and proposals as often as they occur among the votes.</summary>
    private const string Voted =
        "from (select *, voter as account from vote_event order by md5(index || proposal_id) limit 500) drawn";

    private const string Delegated = "from (select distinct delegate as account from vote_delegation) drawn";

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["ClaimsWithHolder"] = "select n as last from generate_series(3, 60) n order by md5(n::text)",
        ["LargestRewards"] = "select n::text as minimum from generate_series(0, 199) n order by md5(n::text)",
        ["LatestStakeEvents"] = "select n as last from generate_series(3, 60) n order by md5(n::text)",
        ["HolderByAddress"] = $"select {Address} {Drawn}",
        ["HolderActivity"] = $"select {Address} {Drawn}",
        ["HolderRewards"] = $"select {Address} {Drawn}",
        ["HolderStakeEvents"] = $"select {Address} {Drawn}",
        ["HolderAtTime"] = $"select {Address}, time {Drawn}",
        ["AccountPositions"] = $"select {Address} {Drawn}",
        ["PoolById"] = $"select network, pool_id as id {Drawn}",
        ["PoolOverTime"] = $"select network, pool_id as id {Drawn}",
        ["PoolWorkers"] = $"select network, pool_id as id {Drawn}",
        ["WithdrawalQueue"] = $"select network, pool_id as id {Drawn}",
        ["PoolAtHeight"] = $"select network, pool_id as id, height {Drawn}",
        ["PoolRewards"] =
            $"select network, pool_id as \"poolId\", time - interval '60 days' as \"from\", time + interval '60 days' as \"to\" {Drawn}",
        ["ClosingSoon"] = "select min(time) as \"from\", max(time) + interval '1 year' as \"to\" from cursor",
        ["LiveProposal"] = $"select network, proposal_id as \"proposalId\" {Voted}",
        ["HolderVotes"] = $"select {Address} {Voted}",
        ["AccountDelegations"] = $"select {Address} {Delegated}",
    };

    /// <summary>The documented queries, with variables that the database has.</summary>
    /// <param name="source">The database.</param>
    /// <param name="names">Which; all when empty.</param>
    public static async Task<IReadOnlyList<Workload>> ReadAsync(NpgsqlDataSource source, IReadOnlyList<string> names)
    {
        var workloads = new List<Workload>();
        foreach (var query in DocumentedQueries.All.Where(query => names.Count == 0 || names.Contains(query.Name)))
        {
            var sets = Variables.TryGetValue(query.Name, out var sql)
                ? await ReadVariablesAsync(source, sql)
                : [JsonElement.Parse("{}")];
            workloads.Add(Of(query, sets));
        }

        return workloads;
    }

    private static Workload Of(DocumentedQuery query, IReadOnlyList<JsonElement> sets) =>
        new(query.Name, [.. sets.Select(set => new GraphQLRequest(query.Query, query.Name, set))]);

    private static async Task<IReadOnlyList<JsonElement>> ReadVariablesAsync(NpgsqlDataSource source, string sql)
    {
        var sets = new List<JsonElement>();
        await using var command = source.CreateCommand($"select row_to_json(variables)::text from ({sql}) variables");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            sets.Add(JsonElement.Parse(reader.GetString(0)));
        }

        return sets;
    }
}
