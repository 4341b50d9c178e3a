using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// The bytes behind an enacted referendum are no call.
/// </summary>
internal sealed class PreimageInvalidHandler() : SubstrateHandler("Democracy", "PreimageInvalid")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return Decision.Referendum(context, state).Enacted("Democracy.PreimageInvalid");
    }
}
