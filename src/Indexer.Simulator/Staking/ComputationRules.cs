using System.Numerics;

namespace Indexer.Simulator.Staking;

/// <summary>The parameters of rewards: how they begin, and how the chain changes them.</summary>
internal static class ComputationRules
{
    private const string Pallet = "PhalaComputation";
    private const long Interval = 30;

    private static readonly UInt128 One = (UInt128)1 << 64;

    public static TokenomicsBook First { get; } =
        new(
            PhaRate: One,
            Rho: One + 12_296_764_239_345,
            BudgetPerBlock: 100 * One,
            VMax: 1_000_000 * One,
            CostK: One / 63_230_000,
            CostB: One / 29_663,
            SlashRate: One / 300_000,
            TreasuryRatio: One / 5,
            HeartbeatWindow: 10,
            RigK: One * 3 / 10,
            RigB: 0,
            Re: One * 13 / 10,
            K: 50 * One,
            Kappa: One,
            CoolDownPeriod: 604_800
        );

    /// <summary>At the end of some blocks the budget is set, or three quarters of it stay; once the cool-down period becomes longer.</summary>
    public static void Finalize(BlockRun run)
    {
        var state = run.State;
        if (!run.Runtime.HasEvent(Pallet, "TokenomicParametersChanged") || run.Height % Interval != Interval / 2)
        {
            return;
        }
        var known = state.Tokenomics;
        var turn = run.Height / Interval;
        run.Extrinsic = null;
        if (turn == 3)
        {
            state.Tokenomics = known with { CoolDownPeriod = known.CoolDownPeriod + 3_600 };
            run.Emit(Pallet, "CoolDownExpirationChanged", state.Tokenomics.CoolDownPeriod);
        }
        else if (turn % 2 == 0)
        {
            state.Tokenomics = known with { BudgetPerBlock = known.BudgetPerBlock / 4 * 3 };
            run.Emit(Pallet, "SubsidyBudgetHalved");
            run.Emit(Pallet, "TokenomicParametersChanged");
        }
        else
        {
            var budget = known.BudgetPerBlock + ((UInt128)turn << 60);
            state.Tokenomics = known with { BudgetPerBlock = budget };
            run.Emit(Pallet, "TokenomicParametersChanged");
            run.Emit(Pallet, "BudgetUpdated", (ulong)turn, budget);
        }
        run.Records.Tokenomics.Set(0, run.Height, state.Tokenomics);
    }

    /// <summary>V by which a session starts.</summary>
    public static FixedPoint FirstV(TokenomicsBook terms, Worker worker, UInt128 stake)
    {
        BigInteger one = One;
        // A factor of U64F64 as the runtime writes it: 0.8 and 0.7 are cut off to 64 bits.
        var score = worker.ConfidenceLevel switch
        {
            4 => one * 8 / 10,
            5 => one * 7 / 10,
            _ => one,
        };
        var re = ((((BigInteger)terms.Re - one) * score) >> 64) + one;
        var invested =
            (BigInteger)FixedPoint.FromBalance(stake).Bits + ((BigInteger)terms.RigK * worker.Score) + terms.RigB;
        return new((UInt128)((re * invested) >> 64));
    }

    /// <summary>V after a settlement: it grew, and falls by half of what is paid.</summary>
    public static FixedPoint NextV(Worker worker, UInt128 payout, long height)
    {
        var grown = worker.V.Bits + (worker.V.Bits >> 11) + (Chance("v", worker, height) >> 24);
        return new(grown > payout / 2 ? grown - (payout / 2) : grown);
    }

    /// <summary>A number that follows from a worker and a block.</summary>
    public static ulong Chance(string about, Worker worker, long height) =>
        BitConverter.ToUInt64(Digests.Of(about, worker.PublicKey, height));
}
