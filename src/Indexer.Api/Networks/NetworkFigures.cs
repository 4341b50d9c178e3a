using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Networks;

/// <summary>Totals of a network that count nothing twice.</summary>
internal static class NetworkFigures
{
    public const string StakedDescription =
        "PHA at stake, nothing counted twice: the value of all stake pools, and what lies free in vaults, whose delegations are in the stake pools already; on Ethereum the assets of the PHA vault, of which shares on the L2 are a part. 0 on the L2, and on a parachain that has ended.";

    public const string DelegatorsDescription =
        "Accounts with shares. Pools that delegate and contracts that pay claims hold what is others', and do not count.";

    public static void Add(ProductTypes types)
    {
        Field("staked", types.Scalars.Pha, "staked", StakedDescription);
        Field(
            "rewards",
            types.Scalars.Pha,
            "rewards_to_stakers + rewards_to_owners",
            "Everything that the network has paid to delegators and to owners of pools so far, nothing counted twice."
        );
        Field("delegatorCount", Scalars.Int, "delegators", DelegatorsDescription);

        void Field(string name, ScalarType scalar, string figure, string description) =>
            types.Network.Type.Computed(
                name,
                scalar,
                row => $"(select {figure} {Now(types, row)})",
                $"{description} As far as is indexed; null before the first block, and on Snapshot."
            );
    }

    private static string Now(ProductTypes types, SqlRow row)
    {
        var (network, cursor) = (types.Network.Map.Of(row), types.Cursors.As("reached"));
        // What the end of a chain made of its holdings is as of the height after its last block.
        return $"""
            from {cursor.From} cross join lateral network_figures({network[item => item.Name]}, {cursor[
                at => at.Height
            ]} + 1) where {cursor[at => at.Network]} = {network[item => item.Name]} and {network[
                item => item.Kind
            ]} <> '{Storage.EnumText.Of(NetworkKind.Snapshot)}'
            """;
    }
}
