using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An account voted, or changed its vote, in a runtime without the event Voted.</summary>
internal sealed class VoteCall() : SubstrateCallHandler("Democracy", "vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var fields = context.Fields;
        return context.HasEvent("Voted")
            ? []
            : [Votes.Cast(state, fields.U32("ref_index"), context.Signer, fields.Variant("vote"))];
    }
}
