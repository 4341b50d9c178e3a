using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// The council proposed what the next external referendum shall be about; no event tells it. All but the plain form may replace
/// one that waits.
/// </summary>
/// <param name="name">The call.</param>
/// <param name="threshold">What will decide the referendum.</param>
internal abstract class ExternalProposeHandler(string name, VoteThreshold threshold)
    : SubstrateCallHandler("Democracy", name)
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var fields = context.Fields;
        var call = CallHash.Of(fields.Value(fields.Has("proposal") ? "proposal" : "proposal_hash"));
        var place = context.Dispatched.LastEvent;
        var id = ProposalIds.External(context.Block.Height, place);
        if (state.External() is { } replaced)
        {
            foreach (var change in replaced.Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled))
            {
                yield return change;
            }
        }

        foreach (var change in state.Note(context.Runtime, call))
        {
            yield return change;
        }

        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.ExternalProposal,
            NativeId = $"{context.Block.Height}-{place}",
            Proposer = context.Dispatched.Origin,
        };
        yield return new StateChange(
            new ProposalState
            {
                ProposalId = id,
                Status = ProposalStatus.Active,
                Threshold = threshold,
                Hash = call.Hash,
            }
        );
        yield return new StateChange(state.TextOf(context.Runtime, id, call));
        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Proposed,
            Status = ProposalStatus.Active,
            Account = context.Dispatched.Origin,
        };
        if (context.Cause is { } motion)
        {
            yield return Steps.Link(motion, id, ProposalLinkKind.MadeExternalProposal);
        }
    }
}
