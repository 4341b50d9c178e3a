using System.Linq.Expressions;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Staking;

/// <summary>The parameters by which workers are rewarded, now and before, and the totals that they divide.</summary>
internal static class TokenomicsFields
{
    public static void Add(ProductTypes types)
    {
        AddParameters(types);
        AddToNetwork(types);
    }

    private static void AddParameters(ProductTypes types)
    {
        var terms = types.Tokenomics;
        terms.AddNetwork(row => row.Network, types.Names.Refusal);
        terms.Add(row => row.CoolDownPeriod);
        Number("blockBudget", row => row.BudgetPerBlock);
        Number("treasuryRatio", row => row.TreasuryRatio);
        Number("phaRate", row => row.PhaRate);
        Number("rho", row => row.Rho);
        Number("vMax", row => row.VMax);
        Number("costK", row => row.CostK);
        Number("costB", row => row.CostB);
        Number("slashRate", row => row.SlashRate);
        terms.Add(row => row.HeartbeatWindow);
        Number("rigK", row => row.RigK);
        Number("rigB", row => row.RigB);
        Number("re", row => row.Re);
        Number("k", row => row.K);
        Number("kappa", row => row.Kappa);
        IntervalFields.Add(types, terms);

        void Number(string name, Expression<Func<Tokenomics, object?>> property) =>
            terms.AddFixedPoint(types, name, property);
    }

    private static void AddToNetwork(ProductTypes types)
    {
        var (network, terms) = (types.Network, types.Tokenomics);
        network
            .Type.ToOne(
                "tokenomics",
                terms.Type,
                "The parameters by which the workers of a parachain are rewarded; null before its first worker.",
                network.On(terms.Map, (row => row.Name, row => row.Network)).InForce(types)
            )
            .AsOf(types.AsOf);
        network
            .Type.List(
                "tokenomicsHistory",
                terms.Type,
                "The parameters from when to when they held, the latest first: at most the last 1,000.",
                network.On(terms.Map, (row => row.Name, row => row.Network))
            )
            .OrderedBy(("FROM_HEIGHT", SortDirection.Descending));
        var now = terms.Map.As("terms");
        network.Type.Computed(
            "blockBudget",
            types.Scalars.U64F64,
            row =>
                $"(select {now[item => item.BudgetPerBlock]} * {ScalarRegistry.U64F64Units} from {now.From} where {now[item => item.Network]} = {network.Map.Of(row)[item => item.Name]} and {now[item => item.ToHeight]} is null)",
            "PHA that a block gives to all idle workers, the treasury's part included, as far as is indexed; null before the first worker."
        );
        var pool = types.Pool.Map.As("holding");
        network.Type.Computed(
            "idleWorkerShares",
            types.Scalars.Decimal.NonNull(),
            row =>
                $"(select coalesce(sum({pool[item => item.IdleWorkerShares]}), 0) from {pool.From} where {pool[item => item.Network]} = {network.Map.Of(row)[item => item.Name]} and {pool[item => item.ToHeight]} is null)",
            "The sum of the shares of all idle workers, by which the budget is divided, as far as is indexed."
        );
    }
}
