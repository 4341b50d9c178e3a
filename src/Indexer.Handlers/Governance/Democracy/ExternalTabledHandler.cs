using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// The external proposal became the referendum that starts next.
/// </summary>
internal sealed class ExternalTabledHandler() : SubstrateHandler("Democracy", "ExternalTabled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return state.External() is { } external
            ? external.Become(ProposalEventKind.Tabled, ProposalStatus.Tabled)
            : throw new UnknownProposalException(
                $"An external proposal was tabled in block {context.Block.Height}, which no indexed call made. "
                    + "Index from before it (startBlock)."
            );
    }
}
