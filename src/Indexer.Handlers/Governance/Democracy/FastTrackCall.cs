using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>The technical committee put the external proposal on the fast track: the referendum that just started has its own period and delay.</summary>
internal sealed class FastTrackCall() : SubstrateCallHandler("Democracy", "fast_track")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var started = context.Raised.LastOrDefault(raised => raised is { Pallet: "Democracy", Name: "Started" });
        if (started is null)
        {
            throw new UnknownStateException($"fast_track in block {context.Block.Height} started no referendum.");
        }

        var referendum = state.Governance.Proposal(ProposalIds.Referendum(started.Fields.U32("ref_index")));
        var end = context.Block.Height + context.Fields.U32("voting_period");
        yield return new ProposalChange(
            referendum.ProposalId,
            before =>
                before with
                {
                    EndHeight = end - 1,
                    EndTime = context.Block.TimeOf(context.Runtime, end),
                    EnactmentHeight = end + Math.Max(context.Fields.U32("delay"), 1),
                }
        );
        if (context.Cause is { } motion)
        {
            yield return Steps.Link(motion, referendum.ProposalId, ProposalLinkKind.FastTracked);
        }
    }
}
