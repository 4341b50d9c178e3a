using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Staking;

/// <summary>Wrapped PHA of accounts, and what of it votes lock.</summary>
internal static class WrappedFields
{
    public static void Add(ProductTypes types)
    {
        var wrapped = types.WrappedBalance;
        wrapped.AddNetwork(row => row.Network, types.Names.Refusal);
        wrapped.Add(row => row.Account, "address");
        wrapped.Add(row => row.Balance);
        wrapped
            .Type.Computed(
                "lockedByVotes",
                types.Scalars.Pha.NonNull(),
                row => Locked(types, row),
                "What its votes with wrapped PHA and delegations lock until they are unlocked after the end of their referenda: the greatest of them, not their sum. It may be more than the balance, because delegations stand behind it too."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        wrapped.Add(row => row.FromHeight);
        LedgerRowFields.AddAccount(types, wrapped, row => row.Account, required: true);
        types.Account.Type.List(
            "wrappedBalances",
            wrapped.Type,
            "Its wrapped PHA on each parachain: what it can delegate, vote with or unwrap. Accounts of pools have theirs in freeValue and ownerReward of the pool.",
            types.Account.On(wrapped.Map, (row => row.Address, item => item.Account)),
            limit: 10
        );
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query) =>
        query
            .ToMany(
                "wrappedBalances",
                types.WrappedBalance.Type,
                "The wrapped PHA of accounts that are no pool's; those that have none are missing."
            )
            .AsOf(types.AsOf);

    private static string Locked(ProductTypes types, SqlRow row)
    {
        const string alias = "standing";
        var (mine, vote) = (types.WrappedBalance.Map.Of(row), types.Governance.Vote.Map.As(alias));
        return $"""
            coalesce((select max({vote[item => item.Balance]}) from {vote.From} where {vote[item => item.Network]} = {mine[
                item => item.Network
            ]} and {vote[item => item.Voter]} = {mine[item => item.Account]} and {vote[
                item => item.Kind
            ]} = '{EnumText.Of(VoteKind.Wrapped)}' and not {vote[item => item.IsUnlocked]} and {row.InForce(
                types.Governance.Vote.Type,
                alias
            )}), 0)
            """;
    }
}
