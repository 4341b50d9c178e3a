using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The part of a slash that fell on one delegator, already contained in the pool's smaller value. Never fired, because
/// slashing is disabled.
/// </summary>
internal sealed class SlashSettledHandler() : SubstrateHandler("PhalaStakePoolv2", "SlashSettled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.SlashSettled();
    }
}
