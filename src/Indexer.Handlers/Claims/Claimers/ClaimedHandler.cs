using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Claims.Claimers;

/// <summary>Claimed of a claim contract: PHA and vault shares of a Substrate account went to one receiver.</summary>
internal sealed class ClaimedHandler()
    : ClaimerHandler("Claimed(address indexed user, uint256 free, uint256 staked, address receiver)")
{
    public override bool NeedsTransaction(EvmLog log, EvmEvent decoded) => true;

    public override IEnumerable<AccountId> MaybeContracts(EvmEvent decoded) => [decoded.Address("receiver")];

    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var claim = ClaimOf(context, "receiver", state);
        return [claim, .. Link(context, claim, claim.Receiver, ReceiverLink(claim))];
    }
}
