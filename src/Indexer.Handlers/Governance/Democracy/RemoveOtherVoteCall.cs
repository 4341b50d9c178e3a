using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>Somebody removed the vote of another account after the end of the referendum; no event tells it.</summary>
internal sealed class RemoveOtherVoteCall() : SubstrateCallHandler("Democracy", "remove_other_vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return context.Fields.Address("target") is { } voter
            ? Votes.Remove(state, ProposalIds.Referendum(context.Fields.U32("index")), voter)
            : throw new UnknownStateException($"remove_other_vote in block {context.Block.Height} names no account.");
    }
}
