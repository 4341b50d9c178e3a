using System.Linq.Expressions;
using Indexer.Api.Mapping;
using Indexer.Domain;

namespace Indexer.Api.Types;

/// <summary>The facts of the ledger.</summary>
internal static class LedgerFields
{
    public static void Add(ProductTypes types)
    {
        AddStakeEvent(types);
        AddReward(types);
        AddClaim(types);
    }

    private static void AddStakeEvent(ProductTypes types)
    {
        var entry = types.StakeEvent;
        AddPlace(types, entry);
        entry.Add(row => row.Kind);
        entry.Add(row => row.PoolId);
        entry.Add(row => row.Account, "address");
        entry.Add(row => row.Amount);
        entry.Add(row => row.Value);
        entry.Add(row => row.Shares);
        entry.Add(row => row.WithdrawingShares);
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
            .Filterable()
            .SortableBy("pid");
        AddAccount(types, entry, row => row.Account, required: true);
    }

    private static void AddReward(ProductTypes types)
    {
        var reward = types.Reward;
        AddPlace(types, reward);
        reward.Add(row => row.Kind);
        reward.Add(row => row.PoolId);
        reward.Add(row => row.Account, "address");
        reward.Add(row => row.Amount);
        reward.Add(row => row.TotalShares);
        reward.Add(row => row.Stated);
        reward
            .ToOne(
                "pool",
                types.Pool,
                "The pool that earned; null when read as of a time before it existed.",
                required: false,
                (row => row.Network, pool => pool.Network),
                (row => row.PoolId, pool => pool.PoolId)
            )
            .Filterable()
            .SortableBy("pid");
        AddAccount(types, reward, row => row.Account, required: false);
    }

    private static void AddClaim(ProductTypes types)
    {
        var claim = types.Claim;
        AddPlace(types, claim);
        claim.Add(row => row.Kind);
        claim.Add(row => row.Contract);
        claim.Add(row => row.User);
        claim.Add(row => row.Free);
        claim.Add(row => row.StakedShares);
        claim.Add(row => row.StakedValue);
        claim.Add(row => row.Receiver);
        claim.Add(row => row.L2Receiver);
        var met = types.Appearance.Map.As("claimant");
        claim
            .Type.ToOne(
                "account",
                types.Account.Type,
                "The Substrate account that claimed; null while no indexed network has named an account with these first 20 bytes.",
                claim.Where(
                    types.Account,
                    (mine, account) =>
                        $"""
                        {account[row => row.Address]} = (select {met[row => row.Address]} from {met.From}
                         where {met[row => row.User]} = {mine[row => row.User]} and length({met[
                             row => row.Address
                         ]}) = {AccountId.SubstrateLength}
                         order by {met[row => row.Address]} limit 1)
                        """
                )
            )
            .Filterable();
        AddHolder(types, claim, row => row.Receiver, required: true);
    }

    /// <summary>Where in the chain a row comes from.</summary>
    public static void AddPlace<TRow>(ProductTypes types, ObjectMap<TRow> entry)
        where TRow : LedgerRow
    {
        entry.Add(row => row.Network);
        entry.Add(row => row.Height);
        entry.Add(row => row.Index);
        entry.Add(row => row.Ordinal);
        entry.Add(row => row.Time);
        entry.Add(row => row.Transaction, scalar: types.Words.Hash);
        entry.Add(row => row.Extrinsic);
        entry.ToOne(
            "block",
            types.Block,
            "The block.",
            required: false,
            (row => row.Network, block => block.Network),
            (row => row.Height, block => block.Height)
        );
    }

    /// <summary>The account that a row is about, and its holder.</summary>
    public static void AddAccount<TRow>(
        ProductTypes types,
        ObjectMap<TRow> entry,
        Expression<Func<TRow, object?>> address,
        bool required
    )
        where TRow : class
    {
        entry
            .ToOne(
                "account",
                types.Account,
                required ? "The account." : "The account; null when there is none.",
                required,
                (address, account => account.Address)
            )
            .Filterable();
        AddHolder(types, entry, address, required);
    }

    private static void AddHolder<TRow>(
        ProductTypes types,
        ObjectMap<TRow> entry,
        Expression<Func<TRow, object?>> address,
        bool required
    )
        where TRow : class =>
        entry
            .Type.ToOne(
                "holder",
                types.Holder.Type,
                required ? "The holder of the account." : "The holder of the account; null when there is none.",
                entry.Through(
                    types.Addresses,
                    (address, member => member.Address),
                    (member => member.Holder, holder => holder.Address),
                    types.Holder
                ),
                required
            )
            .Filterable();
}
