using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A public proposal became the referendum that starts next; its deposits are given back.
/// </summary>
internal sealed class TabledHandler() : SubstrateHandler("Democracy", "Tabled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var proposal = state.Governance.Proposal(ProposalIds.Public(context.Fields.U32("proposal_index")));
        return
        [
            .. proposal.Become(
                ProposalEventKind.Tabled,
                ProposalStatus.Tabled,
                step => step with { Amount = proposal.Deposit },
                before => before with { Deposit = Pha.Zero }
            ),
        ];
    }
}
