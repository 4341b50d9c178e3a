using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// PHA too little to stay locked after a withdrawal went from the account to the treasury. The withdrawal that is stated next has its
/// shares already.
/// Source: phala-blockchain stakepool.rs, remove_dust.
/// </summary>
internal sealed class DustRemovedHandler() : SubstrateHandler("PhalaStakePool", "DustRemoved")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return new StakeEvent
        {
            Account = context.Fields.AccountId("user"),
            Kind = StakeEventKind.DustRemoved,
            Amount = context.Fields.Balance("amount"),
        };
    }
}
