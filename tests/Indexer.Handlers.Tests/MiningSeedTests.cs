using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Simulator;
using Entries = System.Linq.ILookup<(string? PoolId, Indexer.Domain.AccountId Account), Indexer.Domain.StakeEvent>;

namespace Indexer.Handlers.Tests;

/// <summary>
/// Stake pools of the first version on simulated Khalas, in all layouts of their events, against the chains' own books after every
/// block. MINING_SEEDS names a range for a long run, as CIVIC_SEEDS does for governance.
/// </summary>
public sealed class MiningSeedTests
{
    /// <summary>The first spec whose events state shares and rewards.</summary>
    private const uint Stating = 1160;

    private static readonly Pha Unit = Pha.FromLegacy(1);

    public static TheoryData<ulong> Seeds =>
        Environment.GetEnvironmentVariable("MINING_SEEDS") is { } range
            ? [.. Range([.. range.Split('-').Select(ulong.Parse)])]
            : [1, 10, 24, 33];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_index_is_what_the_chain_says_after_every_block_and_survives_a_revert(ulong seed)
    {
        var chain = World.Create(seed, WorldSize.Miners).Khala;
        var index = await MemoryIndex.ReadAsync(chain);
        index.IndexFrom(0);
        var entries = index.Rows<StakeEvent>().ToLookup(row => (row.PoolId, row.Account));
        for (var height = 0L; height <= chain.LastBlock; height++)
        {
            Compare(
                chain.BooksAt(height),
                index,
                entries,
                $"seed {seed}, block {height}, spec {chain.SpecVersionAt(height)}"
            );
        }

        CompareLedger(chain, index);
        var before = index.Everything();
        var fork = (long)(seed * 7919 % (ulong)chain.LastBlock);
        index.RevertTo(fork);
        index.IndexFrom(fork + 1);
        before.SymmetricExceptWith(index.Everything());
        Assert.True(
            before.Count == 0,
            $"Seed {seed}: a revert to {fork} changed\n{string.Join('\n', before.Take(20))}"
        );
    }

    private static void Compare(ParachainBooks books, MemoryIndex index, Entries entries, string at)
    {
        var pools = index.StateAt<PoolState>(books.Height).ToDictionary(pool => pool.PoolId);
        var positions = index.StateAt<Position>(books.Height).ToDictionary(stake => (stake.PoolId, Hex(stake.Account)));
        var workers = index.StateAt<Worker>(books.Height).ToList();
        var listed = index
            .StateAt<WhitelistEntry>(books.Height)
            .ToLookup(entry => entry.PoolId, entry => Hex(entry.Account));
        Assert.Equal(books.MiningPools.Count, pools.Count);
        foreach (var book in books.MiningPools)
        {
            var id = $"{book.Pid}";
            var pool = pools[id];
            var stakes = books.MiningStakes.Where(stake => stake.Pid == book.Pid).ToList();
            var kept = Line(pool, workers.Count(worker => worker.PoolId == id && !worker.IsRemoved));
            Assert.True(
                kept == Line(book, stakes),
                $"{at}, pool {id}:\n{kept}, but the chain says\n{Line(book, stakes)}"
            );
            Assert.Equal(
                book.Workers.Select(worker => $"{worker.PublicKey} {worker.Session.Hex} {Pico(worker.Stake)}").Order(),
                workers
                    .Where(worker => worker.PoolId == id && !worker.IsRemoved)
                    .Select(worker => $"{Hex(worker.PublicKey)} {Hex(worker.Session)} {worker.Stake.Units}")
                    .Order()
            );
            Assert.Equal((book.Whitelist ?? []).Select(account => account.Hex).Order(), listed[id].Order());
            foreach (var stake in stakes)
            {
                var position = positions[(id, stake.Account.Hex)];
                var mine = entries[(id, position.Account)].Where(row => row.Height <= books.Height);
                Compare(at, stake, book, position, pool, [.. mine]);
            }

            Assert.Equal(
                pool.TotalShares,
                positions
                    .Values.Where(position => position.PoolId == id)
                    .Aggregate(Pha.Zero, (sum, position) => sum + position.Shares)
            );
        }
    }

    private static void Compare(
        string at,
        MiningStakeBook stake,
        MiningPoolBook book,
        Position position,
        PoolState pool,
        IReadOnlyList<StakeEvent> entries
    )
    {
        var pending =
            position.AvailableReward
            + RewardAccumulator.Earned(position.Shares, pool.RewardAccumulator!.Value)
            - position.RewardDebt;
        var claimed = entries
            .Where(entry => entry.Kind == StakeEventKind.StakerRewardsWithdrawn)
            .Aggregate(Pha.Zero, (sum, claim) => sum + claim.Amount);
        Assert.Equal(
            (
                at,
                stake.Account.Hex,
                Pico(stake.Shares),
                Pico(stake.QueuedShares),
                Pico(stake.Pending(book.Accumulator)),
                Pico(stake.Claimed)
            ),
            (
                at,
                Hex(position.Account),
                position.Shares.Units,
                position.WithdrawingShares.Units,
                pending.Units,
                claimed.Units
            )
        );

        // What shares earned by the index is what the chain paid and owes, but for what it cuts off whenever it settles.
        var earned =
            position.AccruedReward + RewardIndex.Earned(position.Shares, position.RewardIndex, pool.RewardIndex);
        var dust = Unit.Units * (entries.Count + 1);
        Assert.InRange((earned - claimed - pending).Units, -dust, dust);
    }

    private static void CompareLedger(SimulatedParachain chain, MemoryIndex index)
    {
        var books = chain.Books;
        var rows = index.Rows<StakeEvent>().Where(row => row.PoolId is not null).ToList();
        foreach (
            var (kind, move) in new[]
            {
                (StakeEventKind.Contribution, StakeMoveKind.Contribution),
                (StakeEventKind.Withdrawal, StakeMoveKind.Withdrawal),
                (StakeEventKind.StakerRewardsWithdrawn, StakeMoveKind.StakerRewardsWithdrawn),
            }
        )
        {
            Assert.Equal(
                books
                    .Moves.Where(one => one.Kind == move)
                    .Select(one =>
                        $"{one.Height}/{one.EventIndex} {one.Pid} {one.Account.Hex} {Pico(one.Amount)} {Shares(one.Height, Pico(one.Shares))}"
                    ),
                rows.Where(row => row.Kind == kind)
                    .Select(row =>
                        $"{row.Height}/{row.Index} {row.PoolId} {Hex(row.Account)} {row.Amount.Units} {Shares(row.Height, Int128.Abs(row.Shares.Units))}"
                    )
            );
        }

        Assert.Equal(
            books.OwnerTakes.Select(take => $"{take.Height}/{take.EventIndex} {take.Pid} {Pico(take.Amount)}"),
            rows.Where(row => row.Kind == StakeEventKind.OwnerRewardsWithdrawn)
                .Select(row => $"{row.Height}/{row.Index} {row.PoolId} {row.Amount.Units}")
        );
        Assert.Equal(
            books
                .Rewards.SelectMany(reward =>
                    new[]
                    {
                        (Kind: RewardKind.Owner, Amount: reward.ToOwner),
                        (Kind: RewardKind.Stakers, Amount: reward.Distributed ? reward.ToStakers : 0),
                    }
                        .Where(part => part.Amount > 0)
                        .Select(part =>
                            $"{reward.Height}/{reward.EventIndex} {reward.Pid} {part.Kind} {Pico(part.Amount)}"
                        )
                )
                .Order(),
            index
                .Rows<Reward>()
                .Where(row => row.Kind != RewardKind.Dismissed)
                .Select(row => $"{row.Height}/{row.Index} {row.PoolId} {row.Kind} {row.Amount.Units}")
                .Order()
        );
        Assert.Equal(
            books
                .Dismissed.Where(lost => lost.Pid is not null)
                .Select(lost => $"{lost.Height}/{lost.EventIndex} {lost.Pid} {Pico(lost.Amount)}"),
            index
                .Rows<Reward>()
                .Where(row => row.Kind == RewardKind.Dismissed)
                .Select(row => $"{row.Height}/{row.Index} {row.PoolId} {row.Amount.Units}")
        );

        // Which of several events of one account in one block brought which shares is stated since spec 1160 only.
        string Shares(long height, Int128 units) => chain.SpecVersionAt(height) >= Stating ? $"{units}" : "";
    }

    private static string Line(MiningPoolBook pool, List<MiningStakeBook> stakes) =>
        $"{pool.Owner.Hex} {Pico(pool.TotalShares)} {Pico(pool.TotalStake)} {Pico(pool.FreeStake)} {pool.Accumulator} {pool.Commission} "
        + $"{(pool.Capacity is { } cap ? Pico(cap) : -1)} {Pico(pool.OwnerReward)} {pool.Workers.Count} {pool.Workers.Count} "
        + $"{pool.Whitelist is not null} {stakes.Aggregate(Int128.Zero, (sum, stake) => sum + Pico(stake.QueuedShares))}";

    private static string Line(PoolState pool, int workers) =>
        $"{Hex(pool.Owner!.Value)} {pool.TotalShares.Units} {pool.TotalValue.Units} {pool.FreeValue.Units} {pool.RewardAccumulator} {pool.Commission ?? 0} "
        + $"{pool.Capacity?.Units ?? -1} {pool.OwnerReward.Units} {pool.WorkerCount} {workers} "
        + $"{pool.WhitelistEnabled} {pool.WithdrawingShares.Units}";

    private static Int128 Pico(UInt128 units) => (Int128)units * 1_000_000;

    private static string Hex(Domain.AccountId account) => "0x" + Convert.ToHexStringLower(account.Bytes);

    private static IEnumerable<ulong> Range(ulong[] ends)
    {
        for (var seed = ends[0]; seed <= ends[^1]; seed++)
        {
            yield return seed;
        }
    }
}
