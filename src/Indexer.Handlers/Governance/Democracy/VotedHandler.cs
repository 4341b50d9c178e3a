using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An account voted, or changed its vote.</summary>
internal sealed class VotedHandler() : SubstrateHandler("Democracy", "Voted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        return [Votes.Cast(state, fields.U32("ref_index"), fields.AccountId("voter"), fields.Variant("vote"))];
    }
}
