using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Governance;

/// <summary>How the votes on a proposal add up.</summary>
internal static class TallyFields
{
    /// <summary>The sums, and what they are of the whole.</summary>
    public static void Add(ProductTypes types, ObjectMap<ProposalState> tally)
    {
        tally.Add(row => row.Status);
        tally.Add(row => row.Ayes, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Nays, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Abstains, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Others, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Turnout, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Voters).Sortable().Summable();
        tally
            .Type.Computed(
                "electorate",
                types.Scalars.Decimal,
                row => Electorate(types, tally.Map.Of(row)),
                "The eligible supply, denominator of the turnout; null while unknown. Of a Snapshot proposal the shares of the PHA vault on Ethereum after its snapshot block, those that lie in the bridge to Phala's L2 included."
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Averaged();
        AddRatio(
            types,
            tally,
            "turnoutRatio",
            row => row[state => state.Turnout],
            row => Electorate(types, row),
            "Turnout as a part of the electorate: turnout / electorate; null while the electorate is unknown or zero."
        );
        AddRatio(
            types,
            tally,
            "approval",
            row => row[state => state.Ayes],
            row => $"({row[state => state.Ayes]} + {row[state => state.Nays]})",
            "Weight in favour as a part of what is for or against, abstentions left out: ayes / (ayes + nays); null while there is neither."
        );
    }

    /// <summary>What the chain states; of a Snapshot proposal what the index of the chain at whose block it looks tells.</summary>
    public static string Electorate(ProductTypes types, RowOf<ProposalState> row) =>
        $"coalesce({row[state => state.Electorate]}, {VaultShares(types, row)})";

    private static string VaultShares(ProductTypes types, RowOf<ProposalState> row)
    {
        var (said, chain) = (types.Governance.Text.Map.As("said"), types.Network.Map.As("snapshot_chain"));
        var (indexed, pool) = (types.Cursors.As("snapshot_indexed"), types.Pools.As("snapshot_pool"));
        var vault = types.Pool.Map.As("snapshot_vault");
        var power = $"{said[text => text.Strategies]}::jsonb";
        var block = $"(case when {power} ->> 'snapshot' ~ '^[0-9]{{1,18}}$' then ({power} ->> 'snapshot')::bigint end)";
        var space = types.Network.Map.As("snapshot_space");
        // Only proposals of a space: for the others the rest would be looked for in vain, row by row.
        return $"""
            case when {row[state => state.Network]} = any (array(select {space[network => network.Name]} from {space.From} where {NetworkNames.IsSpace(
            space
        )}))
            then (select (select {vault[state => state.TotalShares]} from {vault.From} where {vault[state => state.Network]} = {pool[fact => fact.Network]}
              and {vault[state => state.PoolId]} = {pool[fact => fact.Id]} and {vault[state => state.FromHeight]} <= {block}
              order by {vault[state => state.FromHeight]} desc limit 1)
             from {said.From}
             join {chain.From} on {chain[network => network.ChainId]}::text = {power} ->> 'network'
             join {indexed.From} on {indexed[at => at.Network]} = {chain[network => network.Name]} and {indexed[at => at.Height]} >= {block}
             join {pool.From} on {pool[fact => fact.Network]} = {chain[network => network.Name]} and {pool[fact => fact.Kind]} = '{EnumText.Of(PoolKind.Erc4626)}'
             where {said[text => text.Network]} = {row[state => state.Network]} and {said[text => text.ProposalId]} = {row[state => state.ProposalId]}
             and {said[text => text.ToHeight]} is null and {said[text => text.Strategies]} is not null limit 1) end
            """;
    }

    private static void AddRatio(
        ProductTypes types,
        ObjectMap<ProposalState> tally,
        string name,
        Func<RowOf<ProposalState>, string> part,
        Func<RowOf<ProposalState>, string> whole,
        string description
    ) =>
        tally
            .Type.Computed(
                name,
                types.Scalars.Ratio,
                row => Ratio(part(tally.Map.Of(row)), whole(tally.Map.Of(row))),
                description
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Averaged();

    /// <summary>A part of a whole in the smallest unit of the scalar, rounded down; null when there is no whole.</summary>
    public static string Ratio(string part, string whole) => $"div({part} * 1e18, nullif({whole}, 0))";
}
