using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// An account seconded a public proposal.
/// </summary>
internal sealed class SecondedHandler() : SubstrateHandler("Democracy", "Seconded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        return PublicProposals.Seconded(state, fields.U32("prop_index"), fields.AccountId("seconder"));
    }
}
