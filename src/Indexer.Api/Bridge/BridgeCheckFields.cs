using Indexer.Api.Model;
using Indexer.Domain;

namespace Indexer.Api.Bridge;

/// <summary>How the books of both networks of the bridge compare.</summary>
internal static class BridgeCheckFields
{
    public static void Add(ProductTypes types)
    {
        var check = types.Bridge.Check;
        check.Add(row => row.PoolId);
        check.Add(row => row.Height);
        check.Add(row => row.L1Height);
        check.Add(row => row.Escrow, scalar: types.Scalars.Decimal);
        check.Add(row => row.Supply, scalar: types.Scalars.Decimal);
        check.Add(row => row.InFlight, scalar: types.Scalars.Decimal);
        check.Add(row => row.Difference, scalar: types.Scalars.Decimal);
        check.Add(row => row.CheckedAt, "checkedTime");
        types.Network.Type.List(
            "bridgeChecks",
            check.Type,
            "Of an L2 how its bridge to the L1 was last compared, for each pool of bridged shares; a job does so every hour.",
            types.Network.Where(check, (network, row) => IsLast(types, network, row))
        );
    }

    private static string IsLast(ProductTypes types, RowOf<Network> network, RowOf<BridgeCheck> check)
    {
        var later = types.Bridge.Check.Map.As("later");
        return $"""
            {check[row => row.Network]} = {network[row => row.Name]}
             and not exists (select from {later.From} where {later[row => row.Network]} = {check[row => row.Network]}
              and {later[row => row.PoolId]} = {check[row => row.PoolId]}
              and ({later[row => row.CheckedAt]}, {later[row => row.Height]}, {later[
                row => row.L1Height
            ]}) > ({check[row => row.CheckedAt]}, {check[row => row.Height]}, {check[row => row.L1Height]}))
            """;
    }
}
