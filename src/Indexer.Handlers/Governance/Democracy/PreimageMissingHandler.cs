using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// Nobody gave the chain the call of an enacted referendum.
/// </summary>
internal sealed class PreimageMissingHandler() : SubstrateHandler("Democracy", "PreimageMissing")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return Decision.Referendum(context, state).Enacted("Democracy.PreimageMissing");
    }
}
