using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Claimers;

/// <summary>Claimed of a claim contract: PHA and vault shares of a Substrate account went to one receiver.</summary>
internal sealed class ClaimedHandler()
    : ClaimerHandler("Claimed(address indexed user, uint256 free, uint256 staked, address receiver)")
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state)
    {
        var claim = ClaimOf(occurrence, "receiver", state);
        return [claim, .. Link(claim, claim.Receiver, ReceiverLink(claim))];
    }
}
