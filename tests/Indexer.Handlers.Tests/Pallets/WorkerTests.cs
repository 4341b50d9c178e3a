using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>The sessions of workers, and what the registry and the parameters of rewards make of them.</summary>
public sealed class WorkerTests
{
    private const string Computation = "PhalaComputation";
    private const string Registry = "PhalaRegistry";
    private static readonly AccountId Session = Account(0x22);
    private static readonly UInt128 One = (UInt128)1 << 64;

    [Fact]
    public void A_session_begins_ready_and_with_nothing()
    {
        var chain = Bound();
        var worker = WorkerOf(chain);
        Assert.Equal((SessionState.Ready, null, Pha.Zero), (worker.State, worker.InitialV, worker.Stake));
        Assert.Equal((default, Pha.Zero), (V(chain), Paid(chain)));
        Assert.Equal(((long)2 << 20) + 1, worker.SessionId);
    }

    [Fact]
    public void It_starts_with_a_V_and_counts_among_the_idle_ones()
    {
        // The root of 5000² + (2 · 2000)², cut off after 18 digits.
        var chain = Started().EndBlock();
        Assert.Equal(SessionState.Idle, WorkerOf(chain).State);
        Assert.Equal(new U64F64(5_000 * One), WorkerOf(chain).InitialV);
        Assert.Equal("6403.124237432848686488", chain.Pool(0).IdleWorkerShares.ToString());
    }

    /// <summary>c is 1 for levels 1 to 3 and where there is none, 0.8 at 4, 0.7 at 5: the roots of 5000² and 4000², 3200², 2800².</summary>
    [Theory]
    [InlineData(1, "6403.124237432848686488")]
    [InlineData(3, "6403.124237432848686488")]
    [InlineData(4, "5936.32883186233206833")]
    [InlineData(5, "5730.619512757761166767")]
    [InlineData(128, "6403.124237432848686488")]
    public void Confidence_counts(int level, string shares)
    {
        var chain = Started()
            .Emit(
                Registry,
                "WorkerUpdated",
                ("pubkey", WorkerKey),
                ("attestation_provider", Scale.None),
                ("confidence_level", level)
            );
        Assert.Equal(shares, chain.Pool(0).IdleWorkerShares.ToString());
        Assert.Equal(level, chain.State.Registrations.Find(WorkerKey)!.ConfidenceLevel);
    }

    /// <summary>The layouts of specs 1160, 1182 and 1199.</summary>
    [Fact]
    public void The_registry_is_read_in_its_three_layouts()
    {
        var chain = new Chain().Emit(Registry, "WorkerAdded", ("pubkey", WorkerKey));
        Assert.Null(chain.State.Registrations.Find(WorkerKey)!.ConfidenceLevel);
        chain.Emit(Registry, "WorkerUpdated", ("pubkey", WorkerKey), ("confidence_level", 4));
        Assert.Equal(4, chain.State.Registrations.Find(WorkerKey)!.ConfidenceLevel);
        chain.Emit(
            Registry,
            "WorkerUpdated",
            ("pubkey", WorkerKey),
            ("attestation_provider", Scale.Some(1)),
            ("confidence_level", 5)
        );
        chain.Emit(Registry, "InitialScoreSet", ("pubkey", WorkerKey), ("init_score", 1_234));
        Assert.Equal(
            (5, 1_234L),
            (
                chain.State.Registrations.Find(WorkerKey)!.ConfidenceLevel,
                chain.State.Registrations.Find(WorkerKey)!.InitialScore
            )
        );
    }

    [Fact]
    public void Without_the_events_the_storage_tells_confidence_and_score()
    {
        var stored = new ScaleComposite(Scale.Fields(("confidence_level", 4), ("initial_score", Scale.Some(900))));
        var chain = Bound(before => before.Stored(Registry, "Workers", atParent: false, stored));
        Assert.Equal(
            (4, 900L),
            (
                chain.State.Registrations.Find(WorkerKey)!.ConfidenceLevel,
                chain.State.Registrations.Find(WorkerKey)!.InitialScore
            )
        );
    }

    [Fact]
    public void A_settlement_sets_V_and_adds_the_payout_without_a_version_of_the_worker()
    {
        var chain = Started().EndBlock();
        var version = WorkerOf(chain);
        chain.Settled(4_000 * One, (3 * One) + (One / 2)).Settled(3_000 * One, One / 4).EndBlock();
        Assert.Same(version, WorkerOf(chain));
        Assert.Equal((new U64F64(3_000 * One), Tokens(4) - Pico(250_000_000_000)), (V(chain), Paid(chain)));
        Assert.Equal("5000", chain.Pool(0).IdleWorkerShares.ToString());
        // One reading of the block: what stands at its end.
        var readings = chain.State.Sessions.Opened.Where(reading => reading.Height == 4);
        Assert.Equal(new U64F64(3_000 * One), Assert.Single(readings).V);
    }

    /// <summary>The runtime makes 12 decimals of the payout, cut off.</summary>
    [Fact]
    public void A_payout_is_cut_off_to_the_decimals_of_the_chain()
    {
        var chain = Started().Settled(5_000 * One, (UInt128)18_446_744);
        Assert.Equal(Pha.Zero, Paid(chain));
        chain.Settled(5_000 * One, (UInt128)36_893_489 + 70_000);
        Assert.Equal(Pico(2), Paid(chain));
    }

    [Fact]
    public void A_settlement_that_came_late_changes_nothing_of_the_session()
    {
        var chain = Started()
            .Emit(Computation, "SessionSettlementDropped", ("session", Session), ("v", One), ("payout", One));
        Assert.Equal((new U64F64(5_000 * One), Pha.Zero), (V(chain), Paid(chain)));
    }

    [Fact]
    public void An_unresponsive_worker_does_not_count_until_it_is_back()
    {
        var chain = Started().Emit(Computation, "WorkerEnterUnresponsive", ("session", Session));
        Assert.Equal((SessionState.Unresponsive, Pha.Zero), (WorkerOf(chain).State, chain.Pool(0).IdleWorkerShares));
        chain.Settled(3_000 * One, 0);
        Assert.Equal(Pha.Zero, chain.Pool(0).IdleWorkerShares);
        chain.Emit(Computation, "WorkerExitUnresponsive", ("session", Session));
        Assert.Equal((SessionState.Idle, "5000"), (WorkerOf(chain).State, chain.Pool(0).IdleWorkerShares.ToString()));
    }

    [Fact]
    public void It_cools_down_from_the_second_of_the_block_until_it_is_reclaimed()
    {
        var chain = Started().Emit(Computation, "WorkerStopped", ("session", Session));
        var stopped = WorkerOf(chain);
        Assert.Equal((SessionState.CoolingDown, Pha.Zero), (stopped.State, chain.Pool(0).IdleWorkerShares));
        Assert.Equal(0, stopped.CoolingDownSince!.Value.Millisecond);
        chain.Emit(Computation, "WorkerReclaimed", ("session", Session), ("original_stake", 0), ("slashed", 0));
        Assert.Equal((SessionState.Ready, null), (WorkerOf(chain).State, WorkerOf(chain).CoolingDownSince));
    }

    /// <summary>A worker that is added again begins anew, although the account of its session is the same.</summary>
    [Fact]
    public void A_session_that_is_bound_again_begins_anew()
    {
        var chain = Started().Settled(4_000 * One, 7 * One);
        chain
            .Emit(Computation, "WorkerStopped", ("session", Session))
            .Emit(Computation, "WorkerReclaimed", ("session", Session), ("original_stake", 0), ("slashed", 0))
            .Emit(PoolScript.StakePool, "PoolWorkerRemoved", ("pid", 0), ("worker", WorkerKey))
            .EndBlock()
            .Emit(PoolScript.StakePool, "PoolWorkerAdded", ("pid", 0), ("worker", WorkerKey), ("session", Session));
        Assert.Equal((default, Pha.Zero), (V(chain), Paid(chain)));
    }

    [Fact]
    public void A_heartbeat_tells_the_speed()
    {
        var chain = Started()
            .Emit(Computation, "BenchmarkUpdated", ("session", Session), ("p_instant", 1_900))
            .EndBlock();
        Assert.Equal(1_900, chain.State.Sessions.Opened[^1].InstantP);
    }

    [Fact]
    public void The_parameters_are_read_when_they_change_and_with_the_first_worker()
    {
        var chain = Bound(before =>
            before
                .Stored(Computation, "TokenomicParameters", atParent: false, Parameters(budget: 100))
                .Stored(Computation, "CoolDownPeriod", atParent: false, new ScaleInteger(604_800))
        );
        Assert.Equal(
            (new U64F64(100 * One), 604_800L),
            (chain.State.Tokenomics.BudgetPerBlock, chain.State.Tokenomics.CoolDownPeriod)
        );
        chain
            .Emit(Computation, "CoolDownExpirationChanged", ("period", 60))
            .Stored(Computation, "TokenomicParameters", atParent: false, Parameters(budget: 75))
            .Emit(Computation, "TokenomicParametersChanged");
        Assert.Equal(
            (new U64F64(75 * One), 60L),
            (chain.State.Tokenomics.BudgetPerBlock, chain.State.Tokenomics.CoolDownPeriod)
        );
        Assert.Equal(new U64F64(One / 5), chain.State.Tokenomics.TreasuryRatio);
    }

    [Fact]
    public void A_session_that_nothing_bound_is_an_error_with_the_way_out()
    {
        var exception = Assert.Throws<UnknownStateException>(() =>
            new Chain().Emit(Computation, "WorkerStopped", ("session", Session))
        );
        Assert.Contains("PhalaComputation.WorkerStopped in block 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("startBlock", exception.Message, StringComparison.Ordinal);
    }

    private static Chain Bound(Func<Chain, Chain>? before = null)
    {
        var chain = new Chain().NewPool(PoolScript.StakePool, 0).EndBlock();
        return (before?.Invoke(chain) ?? chain)
            .Emit(Computation, "SessionBound", ("session", Session), ("worker", WorkerKey))
            .Emit(PoolScript.StakePool, "PoolWorkerAdded", ("pid", 0), ("worker", WorkerKey), ("session", Session))
            .EndBlock();
    }

    private static Chain Started() =>
        Bound().Emit(Computation, "WorkerStarted", ("session", Session), ("init_v", 5_000 * One), ("init_p", 2_000));

    private static Worker WorkerOf(Chain chain) => chain.State.WorkerOfSession(Session)!;

    private static U64F64 V(Chain chain) => chain.State.Sessions.V(WorkerOf(chain).SessionId);

    private static Pha Paid(Chain chain) => chain.State.Sessions.TotalReward(WorkerOf(chain).SessionId);

    private static ScaleComposite Parameters(int budget) =>
        new(
            Scale.Fields(
                ("pha_rate", One),
                ("rho", One),
                ("budget_per_block", (UInt128)budget * One),
                ("v_max", One),
                ("cost_k", One),
                ("cost_b", One),
                ("slash_rate", One),
                ("treasury_ratio", One / 5),
                ("heartbeat_window", 10),
                ("rig_k", One),
                ("rig_b", One),
                ("re", One),
                ("k", One),
                ("kappa", One)
            )
        );
}

internal static class WorkerScript
{
    public static Chain Settled(this Chain chain, UInt128 v, UInt128 payout) =>
        chain.Emit(
            "PhalaComputation",
            "SessionSettled",
            ("session", Given.Account(0x22)),
            ("v_bits", v),
            ("payout_bits", payout)
        );
}
