using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// A cancelled unlock request: its PHA becomes shares again, of the requester or of a receiver that the requester names.
/// The only trace is a Deposit whose sender is the vault, which does not name the requester (docs/chains/contracts.md, Unlocks).
/// </summary>
internal static class CancelledUnlock
{
    /// <summary>
    /// The request over exactly the deposited assets. Of several the one that the vault does not hold any more; where it does not tell, or
    /// more than one went in the block, that of the sender of the transaction, else of the owner of the new shares, else
    /// payable to that owner; the oldest of several.
    /// </summary>
    /// <exception cref="UnknownStateException">No open request fits.</exception>
    public static UnlockRequest Find(string poolId, EvmEventContext context, NetworkState state)
    {
        var owner = context.Event.Address("owner");
        var assets = context.Amount("assets");
        var open = state.UnlockRequestsIn(poolId).Where(request => request.Assets == assets).ToList();
        var gone = open.Count > 1 ? CancelledUnlockRule.Gone(open, context) : [];
        return Likely(gone)
            ?? gone.FirstOrDefault()
            ?? Likely(open)
            ?? throw new UnknownStateException(
                $"Deposit of {assets} PHA by the vault for {owner} in {context.Log} cancels an unlock request, but none of the "
                    + $"{open.Count} open requests over this amount is of or for {owner} or the transaction's sender {context.Transaction?.Sender}; "
                    + "events are missing before it. Index the vault from its first block (startBlock)."
            );

        UnlockRequest? Likely(List<UnlockRequest> requests) =>
            requests.Count == 1
                ? requests[0]
                : requests.Find(request => request.Owner == context.Transaction?.Sender)
                    ?? requests.Find(request => request.Owner == owner)
                    ?? requests.Find(request => request.Receiver == owner);
    }

    /// <summary>What it changes: the requester's waiting PHA ends, and the owner of the new shares pays with it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="owner">Who got the shares.</param>
    public static IEnumerable<Change> Changes(UnlockRequest request, AccountId owner)
    {
        var row = new StakeEvent
        {
            PoolId = request.PoolId,
            Account = request.Owner,
            Kind = StakeEventKind.UnlockCancelled,
            Amount = request.Assets,
        };
        var ended = row with { UnlockingValue = -request.Assets };
        var end = new StateChange(request, Ends: true);
        return owner == request.Owner
            ? [ended with { Value = request.Assets, Cost = request.Assets }, end]
            :
            [
                ended with
                {
                    Counterparty = owner,
                },
                row with
                {
                    Account = owner,
                    Counterparty = request.Owner,
                    Value = request.Assets,
                    Cost = request.Assets,
                },
                end,
            ];
    }
}
