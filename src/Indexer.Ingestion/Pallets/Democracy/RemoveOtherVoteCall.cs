using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>Somebody removed the vote of another account after the end of the referendum; no event tells it.</summary>
internal sealed class RemoveOtherVoteCall() : SubstrateCallHandler("Democracy", "remove_other_vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return occurrence.Fields.Address("target") is { } voter
            ? Votes.Remove(state, ProposalIds.Referendum(occurrence.Fields.U32("index")), voter)
            : throw new UnknownStateException(
                $"remove_other_vote in block {occurrence.Block.Height} names no account."
            );
    }
}
