using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>An account seconded a public proposal, in a runtime without the event Seconded.</summary>
internal sealed class SecondCall() : SubstrateCallHandler("Democracy", "second")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return context.HasEvent("Seconded")
            ? []
            : PublicProposals.Seconded(state, context.Fields.U32("proposal"), context.Signer);
    }
}
