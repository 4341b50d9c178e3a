using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A member of the technical committee vetoed the external proposal.
/// </summary>
internal sealed class VetoedHandler() : SubstrateHandler("Democracy", "Vetoed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var hash = context.Fields.Hash("proposal_hash");
        return state.External() is { } external && external.Hash == hash
            ? external.Become(
                ProposalEventKind.Vetoed,
                ProposalStatus.Vetoed,
                step => step with { Account = context.Fields.AccountId("who") }
            )
            : throw new UnknownProposalException(
                $"The external proposal {hash} was vetoed in block {context.Block.Height}, which no indexed call made. "
                    + "Index from before it (startBlock)."
            );
    }
}
