using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>The cool-down period was set; it holds for the workers that cool down too.</summary>
internal sealed class CoolDownExpirationChangedHandler()
    : SubstrateHandler("PhalaComputation", "CoolDownExpirationChanged")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var period = checked((long)context.Fields.U64("period"));
        yield return new StateChange(state.Tokenomics with { CoolDownPeriod = period });
    }
}
