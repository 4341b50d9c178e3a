using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaBasePool;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking;

/// <summary>What earlier events of the same extrinsic tell about a later one that does not say it itself.</summary>
internal static class EarlierPoolEvents
{
    /// <summary>
    /// The number and owner of the last NFT that the extrinsic minted for a pool, among those of the base pool account
    /// (queued withdrawals) or among all others (delegations).
    /// </summary>
    /// <exception cref="UnknownStateException">There is none.</exception>
    public static (long NftId, AccountId Owner) LastNft(
        this SubstrateEventContext context,
        string poolId,
        bool ofWithdrawal
    )
    {
        var created = context
            .EarlierInExtrinsic()
            .FirstOrDefault(earlier =>
                IsNftCreated(earlier) && earlier.IsOfPool(poolId) && IsOfWithdrawal(earlier) == ofWithdrawal
            );
        return created is null
            ? throw new UnknownStateException(
                $"{context.Event.Pallet}.{context.Event.Name} of pool {poolId} in block {context.Block.Height}, "
                    + $"event {context.Event.Index}: its extrinsic created no {(ofWithdrawal ? "withdrawal" : "delegation")} NFT before it."
            )
            : (created.Fields.U32("nft_id"), created.Fields.AccountId("owner"));
    }

    /// <summary>
    /// Whether a withdrawal is paid from a contribution that is stated only after it: its extrinsic minted the
    /// contributor's NFT, and neither a Contribution nor a WithdrawalQueued came since.
    /// </summary>
    public static bool IsPaidByContribution(this SubstrateEventContext context, string poolId) =>
        context
            .EarlierInExtrinsic()
            .FirstOrDefault(earlier =>
                earlier.IsOfPool(poolId)
                && (IsNftCreated(earlier) || earlier.Name is "Contribution" or "WithdrawalQueued")
            )
            is { } last
        && IsNftCreated(last)
        && !IsOfWithdrawal(last);

    private static bool IsNftCreated(SubstrateEvent earlier) =>
        earlier is { Pallet: "PhalaBasePool", Name: "NftCreated" };

    private static bool IsOfWithdrawal(SubstrateEvent created) =>
        created.Fields.AccountId("owner") == BasePoolAccount.Id;
}
