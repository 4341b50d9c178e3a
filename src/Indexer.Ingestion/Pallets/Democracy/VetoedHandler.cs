using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A member of the technical committee vetoed the external proposal.
/// </summary>
internal sealed class VetoedHandler() : SubstrateHandler("Democracy", "Vetoed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var hash = occurrence.Fields.Hash("proposal_hash");
        return state.External() is { } external && external.Hash == hash
            ? external.Become(
                ProposalEventKind.Vetoed,
                ProposalStatus.Vetoed,
                step => step with { Account = occurrence.Fields.AccountId("who") }
            )
            : throw new UnknownStateException(
                $"The external proposal {hash} was vetoed in block {occurrence.Block.Height}, which no indexed call made. "
                    + "Index from before it (startBlock)."
            );
    }
}
