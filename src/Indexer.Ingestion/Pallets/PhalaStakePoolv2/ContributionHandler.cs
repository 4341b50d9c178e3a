using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// A delegation to a stake pool. With <c>as_vault</c> the user is the account of a vault, which invests its free value.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaStakePoolv2", "Contribution")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, StakingState state)
    {
        var fields = occurrence.Fields;
        var amount = fields.Balance("amount");
        yield return new StakeEvent
        {
            PoolId = fields.PoolId(),
            Account = fields.AccountId("user"),
            Kind = StakeEventKind.Contribution,
            Amount = amount,
            Value = amount,
            Shares = fields.Balance("shares"),
            Cost = amount,
        };
        yield return new PoolChange(fields.PoolId(), pool => pool with { FreeValue = pool.FreeValue + amount });
        if (fields.OptionalU64("as_vault") is { } vault)
        {
            yield return new PoolChange(vault.ToString(), pool => pool with { FreeValue = pool.FreeValue - amount });
        }
    }
}
