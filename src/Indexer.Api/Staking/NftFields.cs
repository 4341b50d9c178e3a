using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Staking;

/// <summary>The NFTs of pools of the parachains: delegations, and the withdrawals that wait in the queue.</summary>
internal static class NftFields
{
    public static void Add(ProductTypes types)
    {
        AddNft(types);
        AddWithdrawal(types);
        AddRelations(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query) =>
        query
            .ToMany(
                "poolNfts",
                types.PoolNft.Type,
                "The NFTs of the pools of the parachains: delegations, and withdrawals that wait in the queue."
            )
            .AsOf(types.AsOf);

    private static void AddNft(ProductTypes types)
    {
        var (nft, pool) = (types.PoolNft, types.Pool);
        nft.AddNetwork(row => row.Network, types.Names.Refusal);
        nft.AddPoolId(row => row.PoolId);
        nft.Add(row => row.CollectionId);
        nft.Add(row => row.NftId).Sortable();
        nft.Type.Computed(
                "address",
                types.Scalars.Address.NonNull(),
                row => Holder(nft.Map.Of(row)),
                "The account whose shares they are: the holder of a delegation, or who will be paid, though the base pool's account holds the NFT of a withdrawal."
            )
            .Filterable()
            .NotGroupable();
        nft.Add(row => row.Shares, scalar: types.Scalars.Decimal);
        nft.Type.Computed(
                "value",
                types.Scalars.Pha.NonNull(),
                pool.Type,
                nft.On(pool.Map, (row => row.Network, row => row.Network), (row => row.PoolId, row => row.PoolId)),
                (mine, own) =>
                    $"coalesce({PoolFields.Worth(nft.Map.Of(mine)[row => row.Shares], pool.Map.Of(own))}, 0)",
                "Value of the shares in PHA at the price of the pool, rounded down."
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Summable();
        nft.Add(row => row.MintedAt, "mintedTime");
        nft.Add(row => row.FromHeight);
    }

    private static void AddWithdrawal(ProductTypes types)
    {
        var nft = types.PoolNft;
        nft.Type.Computed(
                "isWithdrawal",
                Scalars.Boolean.NonNull(),
                row => $"({nft.Map.Of(row)[item => item.WithdrawalOf]} is not null)",
                "Whether it is a withdrawal that waits in the queue."
            )
            .Filterable();
        nft.Add(row => row.QueuedAt, "queuedTime");
        nft.Type.Computed(
                "forceableTime",
                Scalars.DateTime,
                row => After(nft.Map.Of(row), WithdrawalTerms.GracePeriod),
                "Time after which anybody may force the withdrawal while neither what is free nor what is being released covers it and those before it, UTC: 7 days in the queue. Of a stake pool the workers are stopped, a vault is shut down. Null for delegations."
            )
            .Filterable()
            .Sortable();
        var fact = types.Pools.As("of_pool");
        nft.Type.Computed(
                "shutdownTime",
                Scalars.DateTime,
                row =>
                {
                    var mine = nft.Map.Of(row);
                    return $"(select {After(mine, WithdrawalTerms.VaultQueuePeriod)} from {fact.From} where {fact[item => item.Network]} = {mine[item => item.Network]} and {fact[item => item.Id]} = {mine[item => item.PoolId]} and {fact[item => item.Kind]} = '{EnumText.Of(PoolKind.Vault)}')";
                },
                "Time after which anybody may shut a vault down because of it, covered or not, UTC: 21 days in the queue. Null for delegations, and in stake pools."
            )
            .Filterable()
            .Sortable();
    }

    private static string After(RowOf<DelegationNft> nft, int seconds) =>
        $"{nft[row => row.QueuedAt]} + {seconds} * interval '1 second'";

    private static string Holder(RowOf<DelegationNft> nft) =>
        $"coalesce({nft[row => row.WithdrawalOf]}, {nft[row => row.Owner]})";

    private static void AddRelations(ProductTypes types)
    {
        var (nft, pool, position) = (types.PoolNft, types.Pool, types.Position);
        nft.ToOne(
                "pool",
                pool,
                "The pool.",
                required: true,
                (row => row.Network, item => item.Network),
                (row => row.PoolId, item => item.PoolId)
            )
            .Filterable();
        pool.Type.ToMany(
                "withdrawalQueue",
                nft.Type,
                "The withdrawals that wait in a pool of the parachains, first in, first out: they are paid as PHA becomes free, and earn until then.",
                Join.On(
                        (pool.Map.Column(row => row.Network), nft.Map.Column(row => row.Network)),
                        (pool.Map.Column(row => row.PoolId), nft.Map.Column(row => row.PoolId))
                    )
                    .Where((_, queued) => $"{nft.Map.Of(queued)[row => row.WithdrawalOf]} is not null")
            )
            .Filterable()
            .OrderedBy(("NFT_ID", SortDirection.Ascending));
        position.Type.List(
            "nfts",
            nft.Type,
            "The NFTs that hold the shares on a parachain, and those of its withdrawals.",
            Join.On(
                    (position.Map.Column(row => row.Network), nft.Map.Column(row => row.Network)),
                    (position.Map.Column(row => row.PoolId), nft.Map.Column(row => row.PoolId))
                )
                .Where((mine, held) => $"{Holder(nft.Map.Of(held))} = {position.Map.Of(mine)[row => row.Account]}"),
            limit: 100
        );
    }
}
