using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A referendum started: that of the proposal tabled just before it, else that of the external proposal, which the technical
/// committee put on the fast track. Its end and its delay are in the storage; where that is not known, the runtime's
/// periods hold until the call fast_track says other ones.
/// </summary>
internal sealed class StartedHandler() : SubstrateHandler("Democracy", "Started")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [.. Electorate.Needs(atParent: false), ReferendumInfo.Need(raised, atParent: false)];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var index = context.Fields.U32("ref_index");
        var id = ProposalIds.Referendum(index);
        var info = ReferendumInfo.Ongoing(context.Stored(ReferendumInfo.Pallet, ReferendumInfo.Entry));
        var source = Source(context, state);
        var call = info?.Call ?? (source?.Hash is { } hash ? new CallHash(hash, null) : null);
        yield return new Proposal
        {
            Id = id,
            System = ProposalSystem.Referendum,
            NativeId = $"{index}",
        };
        yield return new StateChange(Begin(context, id, info, call));
        foreach (var change in call is null ? [] : Text(context, state, id, call, source))
        {
            yield return change;
        }

        yield return new ProposalEvent
        {
            ProposalId = id,
            Kind = ProposalEventKind.Started,
            Status = ProposalStatus.Active,
        };
        if (source is null)
        {
            yield break;
        }

        yield return Steps.Link(source.ProposalId, id, ProposalLinkKind.BecameReferendum);
        if (source.IsOpen)
        {
            foreach (var change in source.Become(ProposalEventKind.Tabled, ProposalStatus.Tabled))
            {
                yield return change;
            }
        }
    }

    private static ProposalState Begin(SubstrateEventContext context, string id, ReferendumInfo? info, CallHash? call)
    {
        var block = context.Block;
        var end = info?.End ?? (context.Runtime.Number("Democracy", "VotingPeriod") + block.Height);
        var delay = info?.Delay ?? context.Runtime.Number("Democracy", "EnactmentPeriod");
        return new ProposalState
        {
            ProposalId = id,
            Status = ProposalStatus.Active,
            Threshold = Enum.Parse<VoteThreshold>(context.Fields.Variant("threshold").Name),
            StartHeight = block.Height,
            EndHeight = end - 1,
            StartTime = block.Time,
            EndTime = block.TimeOf(context.Runtime, end),
            EnactmentHeight = end + (delay is { } blocks ? Math.Max(blocks, 1) : null),
            Hash = call?.Hash,
        }.With(Electorate.Of(context, atParent: false));
    }

    private static IEnumerable<Change> Text(
        SubstrateEventContext context,
        NetworkState state,
        string id,
        CallHash call,
        ProposalState? source
    )
    {
        var text = source is null ? null : state.Governance.Texts.Find(source.ProposalId);
        var own = state.TextOf(context.Runtime, id, call);
        return
        [
            .. state.Note(context.Runtime, call),
            new StateChange(own with { Discussion = text?.Discussion, Call = own.Call ?? text?.Call }),
        ];
    }

    /// <summary>The proposal that becomes the referendum; null when no indexed call or event made it.</summary>
    private static ProposalState? Source(SubstrateEventContext context, NetworkState state) =>
        context.EarlierInExtrinsic().FirstOrDefault() switch
        {
            { Pallet: "Democracy", Name: "Tabled" } tabled => state.Governance.Proposal(
                ProposalIds.Public(tabled.Fields.U32("proposal_index"))
            ),
            { Pallet: "Democracy", Name: "ExternalTabled" } => TabledExternal(state),
            _ => state.External(),
        };

    /// <summary>The external proposal that the event before this one tabled.</summary>
    private static ProposalState? TabledExternal(NetworkState state) =>
        state
            .Governance.Proposals.BeforeBlock.Keys.Select(id => state.Governance.Proposals.Find(id))
            .FirstOrDefault(proposal =>
                proposal is { Status: ProposalStatus.Tabled } && ExternalProposals.IsExternal(proposal)
            );
}
