using System.Numerics;
using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Nodes.Tests;

/// <summary>What the index holds at the finalized head, against what the contracts and ethers say of the same block.</summary>
public sealed class FinalizedIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_index_ends_at_the_finalized_head_with_what_the_contracts_tell_there(int seed)
    {
        await using var life = await IndexedLife.PlayAsync(seed);
        var (lab, height) = (life.Lab, life.Height);
        var heads = await new EvmChain(lab.Node.Rpc, new EvmOptions()).GetHeadsAsync();
        Assert.Equal((IngestionState.Live, null), (life.End.State, life.End.Reason));
        Assert.Equal(heads.Finalized, new BlockRef(height, life.End.Cursor!.Hash));
        Assert.InRange(heads.Latest.Height - height, 8, 8);

        var positions = await life.Index.StateAsync<Position>();
        var accounts = (await life.Index.RowsAsync<Account>()).ConvertAll(account => account.Address);
        Assert.Empty(lab.Accounts.Skip(1).Take(7).Append(lab.Bridge).Append(lab.PhalaClaimer).Except(accounts));
        foreach (var account in accounts)
        {
            var position = positions.Find(row => row.Account == account);
            var requests = (await lab.UnlockRequestsAsync(account, height))
                .Where(request => request.Assets > 0)
                .ToList();
            Assert.Equal(await lab.SharesAsync(account, height), (position?.Shares ?? Pha.Zero).ToBigInteger());
            Assert.Equal(Sum(requests.Select(r => r.Assets)), (position?.UnlockingValue ?? Pha.Zero).ToBigInteger());
            Assert.Equal(
                requests.Order(),
                (await life.Index.StateAsync<UnlockRequest>())
                    .Where(row => row.Owner == account)
                    .Select(row =>
                        (row.Receiver, row.Assets.ToBigInteger(), (BigInteger)row.RequestedAt.ToUnixTimeSeconds())
                    )
                    .Order()
            );
        }

        var pool = await life.PoolAsync();
        Assert.Equal(await NumberAsync("totalSupply"), pool.TotalShares.ToBigInteger());
        Assert.Equal(await NumberAsync("checkpointTotalAssets"), pool.TotalValue.ToBigInteger());
        Assert.Equal(
            pool.UnlockingValue.ToBigInteger(),
            Sum(positions.Select(row => row.UnlockingValue.ToBigInteger()))
        );
        Assert.NotEqual(Pha.Zero, pool.UnlockingValue);
        var terms = Assert.Single(await life.Index.StateAsync<VaultTerms>());
        Assert.Equal(await NumberAsync("rewardRate"), terms.RewardRate!.Value.ToBigInteger());
        Assert.Equal(await NumberAsync("treasuryRatio"), terms.TreasuryRatio ?? 2_000);
        Assert.Equal(await NumberAsync("unlockPeriod"), terms.UnlockPeriod ?? 500);

        async Task<BigInteger> NumberAsync(string view) => (await lab.AskVaultAsync(height, $"{view}()"))[0];
    }

    [Fact]
    public async Task Rewards_claims_and_unlocks_are_the_events_that_ethers_finds_in_the_receipts()
    {
        await using var life = await IndexedLife.PlayAsync(seed: 3);
        var logs = await DecodedLog.ReadAsync(life.Lab, life.Height);
        var vault = logs.Where(log => log.Contract == life.Lab.Vault).ToList();
        var rewards = await life.Index.RowsAsync<Reward>();
        foreach (
            var (kind, name) in new[]
            {
                (RewardKind.Stakers, "RewardsSettled"),
                (RewardKind.Treasury, "TreasurySettled"),
            }
        )
        {
            var settled = vault.Where(log => log.Name == name).ToList();
            Assert.Equal(
                settled.Select(log => (log.Height, log.Index, log.Amount(1))),
                rewards.Where(row => row.Kind == kind).Select(row => (row.Height, row.Index, row.Amount)).Order()
            );
            Assert.InRange(settled.Count, 10, int.MaxValue);
        }

        var pool = await life.PoolAsync();
        Assert.Equal(
            Sum(vault.Where(log => log.Name == "RewardsSettled").Select(log => log.Number(1))),
            pool.RewardsToStakers.ToBigInteger()
        );

        var unlocks = (await life.Index.RowsAsync<StakeEvent>()).ToLookup(row => row.Kind);
        Assert.Equal(
            vault
                .Where(log => log.Name == "Withdraw" && log.Number(3) > 0)
                .Select(log => (log.Height, log.Index, log.Account(2), log.Amount(3))),
            Placed(unlocks[StakeEventKind.UnlockRequested])
        );
        Assert.Equal(
            vault
                .Where(log => log.Name == "Claimed")
                .Select(log => (log.Height, log.Index, log.Account(2), log.Amount(3))),
            Placed(unlocks[StakeEventKind.UnlockClaimed])
        );
        Assert.All(
            [StakeEventKind.UnlockRequested, StakeEventKind.UnlockClaimed, StakeEventKind.UnlockCancelled],
            kind => Assert.NotEmpty(unlocks[kind])
        );
        var claims = await life.Index.RowsAsync<Claim>();
        Assert.Contains(claims, row => row is { Kind: ClaimKind.Khala, StakedValue: not null });
        Assert.Contains(claims, row => row is { Kind: ClaimKind.Phala, L2Receiver: not null });
        Assert.Equal(
            logs.Where(log => log.Contract != life.Lab.Vault).Select(ClaimOf).OfType<string>(),
            claims.OrderBy(row => row.Height).ThenBy(row => row.Index).Select(Text)
        );
        Assert.Equal(
            logs.Where(log => log.Name == "Deposited").Select(log => (log.Contract, log.Amount(0), log.Amount(1))),
            (await life.Index.RowsAsync<ClaimFunding>())
                .OrderBy(row => row.Height)
                .Select(row => (row.Contract, row.Free, row.Staked))
        );
    }

    [Fact]
    public async Task The_ledger_sums_up_to_the_state_and_each_holder_earned_its_part_of_every_reward()
    {
        await using var life = await IndexedLife.PlayAsync(seed: 4);
        var pool = await life.PoolAsync();
        var events = await life.Index.RowsAsync<StakeEvent>();
        var rewards = (await life.Index.RowsAsync<Reward>()).Where(row => row.Kind == RewardKind.Stakers);
        var positions = await life.Index.StateAsync<Position>();
        Assert.Equal(
            pool.TotalValue.ToBigInteger(),
            Sum(events.Select(row => row.Value.ToBigInteger())) + Sum(rewards.Select(row => row.Amount.ToBigInteger()))
        );
        foreach (var position in positions)
        {
            var own = events.Where(row => row.Account == position.Account).ToList();
            Assert.Equal(position.Shares.ToBigInteger(), Sum(own.Select(row => row.Shares.ToBigInteger())));
            Assert.Equal(position.Cost.ToBigInteger(), Sum(own.Select(row => row.Cost.ToBigInteger())));
            Assert.Equal(
                position.UnlockingValue.ToBigInteger(),
                Sum(own.Select(row => row.UnlockingValue.ToBigInteger()))
            );
        }

        var earned = RewardShares.Of(await life.VaultLogsAsync("Transfer", "RewardsSettled"));
        Assert.Empty(earned.Keys.Except(positions.Select(row => row.Account)));
        foreach (var position in positions)
        {
            var sum =
                position.AccruedReward + RewardIndex.Earned(position.Shares, position.RewardIndex, pool.RewardIndex);
            // The index rounds down once for each change of the position.
            Assert.InRange(
                earned.GetValueOrDefault(position.Account) - sum.ToBigInteger(),
                0,
                events.Count(row => row.Account == position.Account) + 1
            );
        }
    }

    [Fact]
    public async Task A_second_run_adds_nothing_and_a_later_one_continues()
    {
        await using var life = await IndexedLife.PlayAsync(seed: 5);
        var network = ChainIndex.Network(life.Lab);
        var first = await life.Index.DumpAsync();
        await life.Index.RunAsync(network);
        Assert.Equal(first, await life.Index.DumpAsync());

        await new Life(life.Lab, seed: 6).GoOnAsync(20);
        await life.Index.RunAsync(network);
        await using var fresh = await ChainIndex.CreateAsync();
        await fresh.RunAsync(network);
        var later = await life.Index.DumpAsync();
        Assert.NotEqual(first, later);
        Assert.Equal(await fresh.DumpAsync(), later);
    }

    private static IEnumerable<(long, int, AccountId, Pha)> Placed(IEnumerable<StakeEvent> rows) =>
        rows.OrderBy(row => row.Height)
            .ThenBy(row => row.Index)
            .Select(row => (row.Height, row.Index, row.Account, row.Amount));

    private static string? ClaimOf(DecodedLog log) =>
        log.Name switch
        {
            "Claimed" or "ClaimedAndBridged" when log.Values.Count == 4 || log.Number(2).IsZero =>
                $"{log.Contract} {log.Values[0]} {log.Amount(1)} {log.Amount(2)} {log.Values[3]} ",
            "ClaimedAndBridged" =>
                $"{log.Contract} {log.Values[0]} {log.Amount(1)} {log.Amount(2)} {log.Values[3]} {log.Values[4]}",
            _ => null,
        };

    private static string Text(Claim row) =>
        $"{row.Contract} 0x{Convert.ToHexStringLower(row.User)} {row.Free} {row.StakedShares} {row.Receiver} {row.L2Receiver}";

    private static BigInteger Sum(IEnumerable<BigInteger> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
