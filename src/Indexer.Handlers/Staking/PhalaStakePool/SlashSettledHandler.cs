using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The part of a slash that fell on one delegator. Never fired, because slashing is disabled.
/// </summary>
internal sealed class SlashSettledHandler() : SubstrateHandler("PhalaStakePool", "SlashSettled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.SlashSettled();
    }
}
