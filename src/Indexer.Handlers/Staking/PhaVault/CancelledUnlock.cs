using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// A cancelled unlock request: its PHA becomes shares again, of the requester or of a receiver that the requester names.
/// The only trace is a Deposit whose sender is the vault, which does not name the requester (evm.md section 2.3).
/// </summary>
internal static class CancelledUnlock
{
    /// <summary>
    /// The request: over exactly the deposited assets, and of the sender of the transaction; else of the owner of the new
    /// shares; else payable to that owner; the oldest of several. A contract wallet may fit none of these; then the only
    /// request over the amount is meant.
    /// </summary>
    /// <exception cref="UnknownStateException">No open request fits.</exception>
    public static UnlockRequest Find(string poolId, EvmEventContext context, NetworkState state)
    {
        var owner = context.Event.Address("owner");
        var assets = context.Amount("assets");
        var open = state.UnlockRequestsIn(poolId).Where(request => request.Assets == assets).ToList();
        return open.Find(request => request.Owner == context.Sender)
            ?? open.Find(request => request.Owner == owner)
            ?? open.Find(request => request.Receiver == owner)
            ?? (open.Count == 1 ? open[0] : null)
            ?? throw new UnknownStateException(
                $"Deposit of {assets} PHA by the vault for {owner} in {context.Log} cancels an unlock request, but none of the "
                    + $"{open.Count} open requests over this amount is of or for {owner} or the transaction's sender {context.Sender}; "
                    + "events are missing before it. Index the vault from its first block (startBlock)."
            );
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
