using System.Globalization;
using System.Numerics;
using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Simulator;
using Indexer.Substrate;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>Stake pools of the first version: what a runtime of spec 1180 stated and stored, and the cases that random lives hardly meet.</summary>
public sealed class FirstStakePoolTests
{
    private const string Pool = "PhalaStakePool";
    private const string Mining = "PhalaMining";

    /// <summary>
    /// A recorded life: odd contributions, of which the second gets one share less than it pays; a settlement; a claim; a withdrawal
    /// whose last three units go to the treasury; the owner's commission. The numbers are those of the runtime's storage.
    /// </summary>
    [Fact]
    public void A_recorded_pool_is_what_the_runtime_stored()
    {
        var chain = new Chain(1180)
            .New(0)
            .Emit(Pool, "PoolCommissionSet", ("pid", 0), ("commission", 100_000))
            .Contributed(Given.Alice, 5_000_000_000_000_005, 5_000_000_000_000_005)
            .Contributed(Given.Bob, 4_000_000_000_000_004, 4_000_000_000_000_003)
            .EndBlock();
        Assert.Equal(Given.Pico(9_000_000_000_000_009), chain.Pool(0).TotalValue);
        Assert.Equal(Given.Pico(9_000_000_000_000_008), chain.Pool(0).TotalShares);

        chain.Emit(
            Pool,
            "RewardReceived",
            ("pid", 0),
            ("to_owner", (UInt128)1_200_000_000_001),
            ("to_stakers", (UInt128)10_800_000_000_010)
        );
        Assert.Equal(
            BigInteger.Parse("04ea4a8c1551982", NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            chain.Pool(0).RewardAccumulator
        );
        Assert.Equal(Given.Pico(1_200_000_000_001), chain.Pool(0).OwnerReward);
        Assert.Equal(Given.Pico(9_000_000_000_000_009), chain.Pool(0).TotalValue);

        chain
            .Emit(Pool, "RewardsWithdrawn", ("pid", 0), ("user", Given.Alice), ("amount", (UInt128)6_000_000_000_005))
            .NextExtrinsic()
            .Emit(Pool, "DustRemoved", ("user", Given.Bob), ("amount", 3))
            .Withdrawn(Given.Bob, 4_000_000_000_000_000, 4_000_000_000_000_003)
            .Emit(
                Pool,
                "OwnerRewardsWithdrawn",
                ("pid", 0),
                ("user", Given.Owner),
                ("amount", (UInt128)1_200_000_000_001)
            )
            .EndBlock();
        Assert.Equal(Pha.Zero, chain.Position(0, Given.Alice).AvailableReward);
        Assert.Equal(Given.Pico(6_000_000_000_005), chain.Position(0, Given.Alice).RewardDebt);
        Assert.Equal(Pha.Zero, chain.Position(0, Given.Bob).Shares);
        Assert.Equal(Given.Pico(4_800_000_000_004), chain.Position(0, Given.Bob).AvailableReward);
        Assert.Equal(Given.Pico(5_000_000_000_000_009), chain.Pool(0).TotalValue);
        Assert.Equal(Given.Pico(5_000_000_000_000_005), chain.Pool(0).TotalShares);
        Assert.Equal(Pha.Zero, chain.Pool(0).OwnerReward);
    }

    /// <summary>Worker 0x50b2… of pool 0 mined as 43E9fDcDejH1YSVVmK1EnqsidTZAWrtBQ2b4vU7YsYyajZbu, whose public key this is.</summary>
    [Fact]
    public void The_account_that_mines_for_a_worker_is_the_one_that_the_runtime_derived()
    {
        var worker = new Domain.AccountId(
            Convert.FromHexString("50B2DD18B78BC1000B13119DC3CED51E72EE03728E7B0B1F3F675C074FE32D50")
        );
        var chain = new Chain(1180).New(0).Emit(Pool, "PoolWorkerAdded", ("pid", 0), ("worker", worker));
        var miner = Addresses.Ss58.Decode("43E9fDcDejH1YSVVmK1EnqsidTZAWrtBQ2b4vU7YsYyajZbu").Account;
        Assert.Equal(miner, chain.State.Workers.Find(("0", worker))!.Session);
    }

    [Fact]
    public void Somebody_who_claims_another_amount_than_waits_for_him_stops_the_network()
    {
        var chain = new Chain(1180).New(0).Contributed(Given.Alice, 100, 100);
        var refused = Assert.Throws<UnknownStateException>(() =>
            chain.Emit(Pool, "StakerRewardsWithdrawn", ("pid", 0), ("user", Given.Alice), ("amount", 1))
        );
        Assert.Contains("but 0 PHA waited", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A contribution pays who waits before it is stated itself: the pool's free value never has what it does not.</summary>
    [Fact]
    public void Who_waits_is_paid_from_a_contribution_that_is_stated_after()
    {
        var chain = new Chain(1180)
            .New(0)
            .Contributed(Given.Alice, 5_000_000, 5_000_000)
            .Emit(Pool, "PoolWorkerAdded", ("pid", 0), ("worker", Given.WorkerKey))
            .Emit(Pool, "MiningStarted", ("pid", 0), ("worker", Given.WorkerKey), ("amount", 5_000_000))
            .Emit(Pool, "WithdrawalQueued", ("pid", 0), ("user", Given.Alice), ("shares", 5_000_000))
            .EndBlock()
            .Withdrawn(Given.Alice, 3_000_000, 3_000_000)
            .Contributed(Given.Bob, 3_000_000, 3_000_000)
            .EndBlock();
        Assert.Equal(Given.Pico(5_000_000), chain.Pool(0).TotalValue);
        Assert.Equal(Pha.Zero, chain.Pool(0).FreeValue);
        Assert.Equal(Given.Pico(2_000_000), chain.Position(0, Given.Alice).WithdrawingShares);
    }

    /// <summary>
    /// Before spec 1160: a message of a gatekeeper ended at a worker without pool, and no event said who got nothing for it. The
    /// storage tells when the pool is next moved.
    /// </summary>
    [Fact]
    public void What_the_events_did_not_tell_is_put_right_from_the_storage_as_a_row_of_its_own()
    {
        var world = World.Create(1, WorldSize.Miners);
        var chain = new Chain(1120, SimulatedRuntimes.At(world.Khala, 90))
            .New(0)
            .Stored(Pool, "PoolStakers", atParent: false, Staker(1_000_000_000_000))
            .Contributed(Given.Alice, 1_000_000_000_000, shares: null)
            .Emit(Pool, "PoolWorkerAdded", ("pid", 0), ("worker", Given.WorkerKey))
            .EndBlock();
        var miner = chain.State.Workers.Find(("0", Given.WorkerKey))!.Session;
        chain
            .Emit(Mining, "MinerSettled", ("miner", miner), ("v_bits", 0), ("payout_bits", (UInt128)2 << 64))
            .Emit(Pool, "RewardDismissedNotInPool", ("worker", Given.WorkerKey), ("amount", 7))
            .EndBlock();
        Assert.Equal(Given.Tokens(2), chain.Rewards.Single().Amount);

        chain
            .Stored(Pool, "StakePools", atParent: true, Stored(accumulator: 0, shares: 1_000_000_000_000))
            .Stored(Pool, "PoolStakers", atParent: false, Staker(3_000_000_000_000))
            .Contributed(Given.Alice, 2_000_000_000_000, shares: null)
            .EndBlock();
        Assert.Equal(-Given.Tokens(2), chain.Rewards.Single(row => row.Kind == RewardKind.Correction).Amount);
        Assert.Equal(BigInteger.Zero, chain.Pool(0).RewardAccumulator);
        Assert.Equal(Pha.Zero, chain.Pool(0).RewardsToStakers);
        Assert.Equal(Given.Tokens(3), chain.Position(0, Given.Alice).Shares);
        Assert.Equal(Pha.Zero, chain.Position(0, Given.Alice).AvailableReward);

        // What was paid is what the chain says, whatever was derived.
        chain.Emit(Pool, "RewardsWithdrawn", ("pid", 0), ("user", Given.Alice), ("amount", 9)).EndBlock();
        Assert.Equal(
            Given.Pico(9),
            chain.Entries.Single(row => row.Kind == StakeEventKind.StakerRewardsWithdrawn).Amount
        );
        Assert.Equal(Pha.Zero, chain.Position(0, Given.Alice).AvailableReward);
    }

    /// <summary>Issue 500: a worker left its pool before its stake was reclaimed, and the council gave it back.</summary>
    [Fact]
    public void Stake_that_a_call_of_the_council_gave_back_is_free()
    {
        var chain = new Chain(1180)
            .New(0)
            .Contributed(Given.Alice, 5_000_000, 5_000_000)
            .Emit(Pool, "PoolWorkerAdded", ("pid", 0), ("worker", Given.WorkerKey))
            .Emit(Pool, "MiningStarted", ("pid", 0), ("worker", Given.WorkerKey), ("amount", 4_000_000))
            .Emit(Pool, "PoolWorkerRemoved", ("pid", 0), ("worker", Given.WorkerKey))
            .EndBlock();
        Assert.Equal(Given.Pico(1_000_000), chain.Pool(0).FreeValue);
        chain
            .Call(
                signer: null,
                Pool,
                "backfill_issue500_reclaim",
                ("data", Tuples(("", 0), ("", Given.WorkerKey), ("", 4_000_000), ("", 0)))
            )
            .EndBlock();
        Assert.Equal(Given.Pico(5_000_000), chain.Pool(0).FreeValue);
        Assert.Equal(Given.Pico(5_000_000), chain.Pool(0).TotalValue);
        Assert.Null(chain.State.Workers.Find(("0", Given.WorkerKey)));
    }

    /// <summary>Half a unit of commission goes down, more than half up; the call tells no parts.</summary>
    [Theory]
    [InlineData(1_000_000_005, 100_000_000, 900_000_005)]
    [InlineData(1_000_000_006, 100_000_001, 900_000_005)]
    public void A_reward_that_a_call_of_the_council_gave_is_parted_as_the_chain_does(
        long reward,
        long toOwner,
        long toStakers
    )
    {
        var chain = new Chain(1155)
            .New(0)
            .Emit(Pool, "PoolCommissionSet", ("pid", 0), ("commission", 100_000))
            .Contributed(Given.Alice, 5_000_000, 5_000_000)
            .Call(signer: null, Pool, "force_assign_reward", ("reward_arr", Tuples(("", 0), ("", reward))))
            .EndBlock();
        Assert.Equal(Given.Pico(toOwner), chain.Pool(0).OwnerReward);
        Assert.Equal(Given.Pico(toStakers), chain.Pool(0).RewardsToStakers);
        Assert.All(chain.Rewards, row => Assert.False(row.Stated));
    }

    [Fact]
    public void Shares_that_neither_an_event_nor_a_node_tells_stop_the_network()
    {
        var refused = Assert.Throws<UnknownStateException>(() =>
            new Chain(1120).New(0).Contributed(Given.Alice, 1, shares: null)
        );
        Assert.Contains("archive node", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_NFT_of_a_pool_of_the_first_version_stops_the_network() =>
        Assert.Throws<UnknownStateException>(() => new Chain(1199).New(0).Mint(0, 0, Given.Alice, 1));

    private static ScaleSequence Tuples(params (string, object)[] fields) =>
        new([new ScaleComposite(Scale.Fields(fields))]);

    private static ScaleComposite Staker(UInt128 shares) =>
        new(Scale.Fields(("shares", shares), ("available_rewards", 0)));

    private static ScaleComposite Stored(UInt128 accumulator, UInt128 shares) =>
        new(
            Scale.Fields(
                ("owner_reward", 0),
                ("reward_acc", accumulator),
                ("total_shares", shares),
                ("total_stake", shares),
                ("free_stake", shares),
                ("withdraw_queue", new ScaleSequence([]))
            )
        );
}

/// <summary>The events of stake pools of the first version.</summary>
file static class Script
{
    public static Chain New(this Chain chain, int pid) =>
        chain.NextExtrinsic().Emit("PhalaStakePool", "PoolCreated", ("owner", Given.Owner), ("pid", pid));

    public static Chain Contributed(this Chain chain, Domain.AccountId user, UInt128 amount, UInt128? shares) =>
        chain.NextExtrinsic().Emit("PhalaStakePool", "Contribution", Fields(user, amount, shares));

    public static Chain Withdrawn(this Chain chain, Domain.AccountId user, UInt128 amount, UInt128? shares) =>
        chain.Emit("PhalaStakePool", "Withdrawal", Fields(user, amount, shares));

    private static (string, object)[] Fields(Domain.AccountId user, UInt128 amount, UInt128? shares)
    {
        (string, object)[] fields = [("pid", 0), ("user", user), ("amount", amount)];
        return shares is { } stated ? [.. fields, ("shares", stated)] : fields;
    }
}
