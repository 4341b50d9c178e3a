using Indexer.EndToEnd.Tests.Kit;
using Indexer.Handlers;
using Indexer.Simulator;
using Indexer.TestKit;

namespace Indexer.EndToEnd.Tests;

/// <summary>Stake events and rewards of the parachains against the simulated chain's own books, event by event.</summary>
public sealed class ParachainLedgerTests
{
    public static TheoryData<ulong, string> Chains => ParachainStateTests.Chains;

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_contribution_is_in_the_ledger(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            "where kind = 'CONTRIBUTION'",
            "amount, shares",
            books => Moves(books, StakeMoveKind.Contribution, move => (move.Amount, move.Shares))
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_withdrawal_is_in_the_ledger(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            "where kind = 'WITHDRAWAL'",
            "amount, -shares",
            books => Moves(books, StakeMoveKind.Withdrawal, move => (move.Amount, move.Shares + move.BurntShares))
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_entry_in_a_withdrawal_queue_is_in_the_ledger(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            "where kind = 'WITHDRAWAL_QUEUED'",
            "amount, queued",
            books => Moves(books, StakeMoveKind.WithdrawalQueued, move => (0, move.Shares))
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_claim_of_a_vault_owners_shares_is_in_the_ledger(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            "where kind = 'OWNER_SHARES_CLAIMED' and shares > 0",
            "amount, shares",
            books => Moves(books, StakeMoveKind.OwnerSharesClaimed, move => (0, move.Shares))
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Every_income_of_an_owner_is_in_the_ledger(ulong seed, string chain) =>
        CompareAsync(
            seed,
            chain,
            """
            left join pool on pool.network = 'NETWORK' and id = pool_id
            where entry.kind in ('OWNER_REWARDS_WITHDRAWN', 'OWNER_SHARES_GAINED')
            """,
            "amount, shares, (entry.account = pool.account)::text",
            books =>
                books.OwnerTakes.Select(take =>
                    BookText.Line(
                        take.Height,
                        take.EventIndex,
                        take.Pid,
                        take.Shares > 0 ? books.Pools[take.Pid].Account : take.Owner,
                        take.Amount.Pha(),
                        take.Shares.Pha(),
                        take.Shares > 0 ? "true" : "false"
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_reward_is_in_the_ledger_as_it_was_distributed(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var lines = await index.LinesAsync(
            """
            select concat_ws('|', height, index, pool_id, kind, amount, stated::text) from reward
            where network = $1 and (stated or kind = 'STAKERS')
            """,
            chain
        );
        Assert.Equal(Rewards(Books(index, chain)).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task What_a_vaults_owner_gains_is_what_its_holders_pay(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var lines = await index.LinesAsync(
            """
            select concat_ws('|', height, index, pool_id, sum(amount), count(*)) from reward
            where network = $1 and not stated and kind <> 'STAKERS' group by network, height, index, pool_id
            """,
            chain
        );
        var gains = Books(index, chain).OwnerTakes.Where(take => take.Shares > 0);
        Assert.Equal(
            gains
                .Select(take => BookText.Line(take.Height, take.EventIndex, take.Pid, 0, 2))
                .Order(StringComparer.Ordinal),
            lines.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_event_of_an_indexed_pallet_is_counted(ulong seed, string chain)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var handlers = HandlerCatalog.Substrate;
        var emitted = Books(index, chain)
            .EventCounts.Where(count =>
                count.Key.Split('.') is [var pallet, var name] && handlers.IsWanted(pallet, name)
            )
            .Sum(count => count.Value);
        Assert.Equal(
            [emitted.ToString()],
            await index.LinesAsync("select events::text from cursor where network = $1", chain)
        );
        Assert.Equal(
            [emitted.ToString()],
            await index.LinesAsync("select sum(events)::text from block where network = $1", chain)
        );
    }

    private static IEnumerable<string> Moves(
        ParachainBooks books,
        StakeMoveKind kind,
        Func<StakeMove, (UInt128 Amount, UInt128 Shares)> figures
    ) =>
        from move in books.Moves
        where move.Kind == kind
        let stated = figures(move)
        select BookText.Line(
            move.Height,
            move.EventIndex,
            move.Pid,
            move.Account,
            stated.Amount.Pha(),
            stated.Shares.Pha()
        );

    private static IEnumerable<string> Rewards(ParachainBooks books)
    {
        foreach (var reward in books.Rewards)
        {
            // The commission that was lost is told by an event at most two before the reward.
            var isLost = books.Dismissed.Any(lost =>
                lost.Height == reward.Height
                && lost.Pid == reward.Pid
                && lost.Event == "RewardToOwnerDismissedDust"
                && reward.EventIndex - lost.EventIndex is 1 or 2
            );
            if (reward.ToOwner > 0 && !isLost)
            {
                yield return Line(reward.Height, reward.EventIndex, reward.Pid, "OWNER", reward.ToOwner, "true");
            }

            if (reward.Distributed)
            {
                yield return Line(reward.Height, reward.EventIndex, reward.Pid, "STAKERS", reward.ToStakers, "true");
            }
        }

        foreach (var part in books.VaultRewards.Where(part => part.Amount > 0))
        {
            yield return Line(part.Height, part.EventIndex, part.Pid, "STAKERS", part.Amount, "false");
        }

        foreach (var lost in books.Dismissed.Where(lost => lost.Pid is not null))
        {
            yield return Line(lost.Height, lost.EventIndex, lost.Pid!.Value, "DISMISSED", lost.Amount, "true");
        }
    }

    private static string Line(long height, int index, ulong pid, string kind, UInt128 amount, string stated) =>
        BookText.Line(height, index, pid, kind, amount.Pha(), stated);

    private static async Task CompareAsync(
        ulong seed,
        string chain,
        string filter,
        string figures,
        Func<ParachainBooks, IEnumerable<string>> expected
    )
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var lines = await index.LinesAsync(
            $"""
            with entry as (
                select *, sum(withdrawing_shares) over (
                    partition by pool_id, account order by height, kind = 'DUST_REMOVED', index, ordinal) as queued
                from stake_event where network = $1 and kind <> 'MIGRATED'
            )
            select concat_ws('|', entry.height, index, pool_id, '0x' || encode(entry.account, 'hex'), {figures})
            from entry {filter.Replace("NETWORK", chain, StringComparison.Ordinal)}
            """,
            chain
        );
        Assert.Equal(expected(Books(index, chain)).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    private static ParachainBooks Books(SimulatedIndex index, string name) =>
        (name == "khala" ? index.World.Khala : index.World.Phala).Books;
}
