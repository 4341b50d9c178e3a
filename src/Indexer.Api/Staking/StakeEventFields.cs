using Indexer.Api.Model;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Staking;

/// <summary>What changed positions.</summary>
internal static class StakeEventFields
{
    public static void Add(ProductTypes types)
    {
        var entry = types.StakeEvent;
        LedgerRowFields.AddPlace(types, entry);
        entry.Add(row => row.Kind);
        entry.AddPoolId(row => row.PoolId);
        entry.Add(row => row.Account, "address");
        entry.Add(row => row.Amount);
        entry.Add(row => row.Value);
        entry.Add(row => row.Shares, scalar: types.Scalars.Decimal);
        entry.Add(row => row.WithdrawingShares, scalar: types.Scalars.Decimal);
        entry.Add(row => row.UnlockingValue);
        entry.Add(row => row.Cost);
        entry.Add(row => row.Counterparty);
        entry
            .ToOne(
                "pool",
                types.Pool,
                "The pool; null for what concerns no pool.",
                required: false,
                (row => row.Network, pool => pool.Network),
                (row => row.PoolId, pool => pool.PoolId)
            )
            .Filterable();
        LedgerRowFields.AddAccount(types, entry, row => row.Account, required: true);
    }

    /// <summary>The root field.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query) =>
        query
            .ToMany(
                "stakeEvents",
                types.StakeEvent.Type,
                "Everything that changed positions, on all networks, oldest first."
            )
            .OldestFirst();
}
