using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// Claimed of the PHA vault: unlocked PHA was paid to the receiver of the requests. Whether one log pays one request or the
/// sum of all that are due is not documented, so both fit: the oldest requests of owner and receiver up to the sum, else
/// the oldest single one over the amount (docs/chains/contracts.md, Unlocks).
/// </summary>
internal sealed class ClaimedHandler()
    : VaultHandler(
        "Claimed(address indexed caller, address indexed receiver, address indexed owner, uint256 assets)",
        ContractRoles.PhaVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var (owner, receiver) = (context.Event.Address("owner"), context.Event.Address("receiver"));
        var assets = context.Amount("assets");
        var open = state.UnlockRequestsOf(poolId, owner).Where(request => request.Receiver == receiver).ToList();
        var paid =
            Paid(open, assets)
            ?? throw new UnknownStateException(
                $"Claimed of {assets} PHA by {owner} for {receiver} in {context.Log} fits none of their {open.Count} open unlock "
                    + "requests; events are missing before it. Index the vault from its first block (startBlock)."
            );
        var claimed = new StakeEvent
        {
            PoolId = poolId,
            Account = owner,
            Kind = StakeEventKind.UnlockClaimed,
            Amount = assets,
            UnlockingValue = -assets,
            Counterparty = receiver == owner ? null : receiver,
        };
        return [claimed, .. paid.Select(request => new StateChange(request, Ends: true))];
    }

    private static IReadOnlyList<UnlockRequest>? Paid(List<UnlockRequest> open, Pha assets)
    {
        var (sum, count) = (Pha.Zero, 0);
        while (sum < assets && count < open.Count)
        {
            sum += open[count++].Assets;
        }

        return sum == assets ? open[..count]
            : open.Find(request => request.Assets == assets) is { } single ? [single]
            : null;
    }
}
