using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>The curator of a bounty made a part of it a bounty of its own; the call has value and description.</summary>
internal sealed class AddedHandler() : SubstrateHandler("ChildBounties", "Added")
{
    public override IReadOnlyList<string> Calls => ["add_child_bounty"];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var (parent, index) = (context.Fields.U32("index"), context.Fields.U32("child_index"));
        var id = ProposalIds.ChildBounty(parent, index);
        var call = context.Call("add_child_bounty");
        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.ChildBounty,
            NativeId = $"{parent}/{index}",
            Proposer = call?.Origin,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Active,
                Value = call?.Call.Fields.Balance("value"),
            }
        );
        yield return new StateChange(
            new ProposalText { ProposalId = id, Title = call?.Call.Fields.Text("description") }
        );
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Active,
            Account = call?.Origin,
            Amount = call?.Call.Fields.Balance("value"),
        };
        yield return Steps.Link(id, ProposalIds.Bounty(parent), ProposalLinkKind.PartOf);
    }
}
