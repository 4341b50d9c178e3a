using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

public sealed class QueueTests
{
    private readonly Chain chain = new Chain()
        .NewPool(PoolScript.StakePool, 0)
        .NextExtrinsic()
        .Mint(0, 0, Alice, Legacy(300))
        .Contributed(0, Alice, Legacy(300), Legacy(300))
        .EndBlock();

    [Fact]
    public void Queued_shares_stay_in_the_position_and_their_NFT_belongs_to_the_one_to_be_paid()
    {
        Queue(1, 100, rest: 200);
        var position = chain.Position(0, Alice);
        Assert.Equal(
            (Tokens(300), Tokens(100), Tokens(300)),
            (position.Shares, position.WithdrawingShares, position.Cost)
        );
        Assert.Equal((Tokens(300), Tokens(100)), (chain.Pool(0).TotalShares, chain.Pool(0).WithdrawingShares));
        var nft = chain.State.Nfts.Find((10_000, 1))!;
        Assert.Equal((BasePool, (AccountId?)Alice, Tokens(100)), (nft.Owner, nft.WithdrawalOf, nft.Shares));
    }

    [Fact]
    public void A_new_entry_in_the_queue_replaces_the_old_one()
    {
        Queue(1, 100, rest: 200);
        chain.Burn(0, 1, BasePool);
        Queue(2, 40, rest: 260);
        Assert.Equal(Tokens(40), chain.Position(0, Alice).WithdrawingShares);
        Assert.Equal(
            [Tokens(100), Tokens(-60)],
            Of(StakeEventKind.WithdrawalQueued).Select(entry => entry.WithdrawingShares)
        );
    }

    [Fact]
    public void Since_spec_1254_the_event_names_the_NFT()
    {
        chain.NextExtrinsic().Mint(0, 1, BasePool, Legacy(100)).SetShares(0, 0, Legacy(200)).NextExtrinsic();
        chain.Queued(0, Alice, Legacy(100), withdrawalNft: 1).EndBlock();
        Assert.Equal(Alice, chain.State.Nfts.Find((10_000, 1))!.WithdrawalOf);
    }

    [Fact]
    public void Before_spec_1254_a_queue_entry_without_NFT_is_an_error()
    {
        chain.NextExtrinsic().Mint(0, 1, BasePool, Legacy(100)).NextExtrinsic();
        var exception = Assert.Throws<UnknownStateException>(() => chain.Queued(0, Alice, Legacy(100)));
        Assert.Contains("created no withdrawal NFT before it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawal_is_paid_from_the_queue_with_its_part_of_the_cost()
    {
        chain.NextExtrinsic().Rewarded(0, 0, Legacy(60));
        Queue(1, 100, rest: 200);
        chain.NextExtrinsic().Withdrawn(0, Alice, Legacy(48), Legacy(40)).SetShares(0, 1, Legacy(60)).EndBlock();
        var position = chain.Position(0, Alice);
        Assert.Equal(
            (Tokens(260), Tokens(60), Tokens(260), Tokens(60)),
            (position.Shares, position.WithdrawingShares, position.Cost, position.AccruedReward)
        );
        var pool = chain.Pool(0);
        Assert.Equal((Tokens(312), Tokens(260), Tokens(312)), (pool.TotalValue, pool.TotalShares, pool.FreeValue));
    }

    [Fact]
    public void Since_spec_1254_burnt_shares_leave_with_the_withdrawal()
    {
        Queue(1, 100, rest: 200);
        chain
            .NextExtrinsic()
            .Withdrawn(0, Alice, Legacy(99), Legacy(99), burnt: Legacy(1))
            .Burn(0, 1, BasePool)
            .EndBlock();
        Assert.Equal(
            (Tokens(200), Pha.Zero),
            (chain.Position(0, Alice).Shares, chain.Position(0, Alice).WithdrawingShares)
        );
        Assert.Equal((Tokens(201), Tokens(200)), (chain.Pool(0).TotalValue, chain.Pool(0).TotalShares));
        Assert.Empty(Of(StakeEventKind.DustRemoved));
    }

    [Fact]
    public void The_last_rest_of_value_is_dropped_when_it_is_dust()
    {
        Queue(1, 300, rest: 0);
        chain
            .NextExtrinsic()
            .Withdrawn(0, Alice, Legacy(300) - 1_000, Legacy(300), along: 1_000)
            .Burn(0, 1, BasePool)
            .EndBlock();
        Assert.Equal(
            (Pha.Zero, Pha.Zero, Pha.Zero),
            (chain.Pool(0).TotalValue, chain.Pool(0).TotalShares, chain.Pool(0).FreeValue)
        );
        Assert.Equal(
            (Tokens(-300), Tokens(300) - Pico(1_000)),
            (Of(StakeEventKind.Withdrawal).Single().Value, Of(StakeEventKind.Withdrawal).Single().Amount)
        );
    }

    [Fact]
    public void The_last_rest_of_value_stays_when_it_is_more_than_dust()
    {
        Queue(1, 300, rest: 0);
        chain.NextExtrinsic().Withdrawn(0, Alice, Legacy(300) - 1_001, Legacy(300)).Burn(0, 1, BasePool).EndBlock();
        Assert.Equal(Pico(1_001), chain.Pool(0).TotalValue);
    }

    [Fact]
    public void A_withdrawal_that_a_contribution_pays_drops_nothing()
    {
        chain
            .NextExtrinsic()
            .Emit(PoolScript.StakePool, "PoolWorkerAdded", ("pid", 0), ("worker", WorkerKey), ("session", WorkerKey));
        chain.Pays(PoolAccount(0), Account(0x13), Legacy(300));
        chain.Emit(PoolScript.StakePool, "WorkingStarted", ("pid", 0), ("worker", WorkerKey), ("amount", Legacy(300)));
        Queue(1, 300, rest: 0);
        chain
            .NextExtrinsic()
            .Mint(0, 2, Bob, Legacy(300) - 1)
            .Pays(Bob, PoolAccount(0), Legacy(300) - 1)
            .Withdrawn(0, Alice, Legacy(300) - 500, Legacy(300), along: 499)
            .Burn(0, 1, BasePool)
            .Contribution(0, Bob, Legacy(300) - 1, Legacy(300) - 1)
            .EndBlock();
        Assert.Equal(Tokens(300) + Pico(499), chain.Pool(0).TotalValue);
        Assert.Equal(
            (Pha.Zero, Tokens(300) - Pico(1)),
            (chain.Position(0, Alice).Shares, chain.Position(0, Bob).Shares)
        );
        Assert.Equal(Pha.Zero, chain.Pool(0).FreeValue);
    }

    [Fact]
    public void Dust_that_the_chain_removed_in_silence_leaves_the_ledger_at_the_end_of_the_block()
    {
        Queue(1, 100, rest: 200);
        chain
            .NextExtrinsic()
            .Withdrawn(0, Alice, Legacy(100) - 10_000_000_000, Legacy(100) - 10_000_000_000)
            .SetShares(0, 1, 10_000_000_000)
            .Burn(0, 1, BasePool)
            .EndBlock();
        Assert.Equal(
            (Tokens(200), Pha.Zero),
            (chain.Position(0, Alice).Shares, chain.Position(0, Alice).WithdrawingShares)
        );
        Assert.Equal(
            (Tokens(200) + Pico(10_000_000_000), Tokens(200)),
            (chain.Pool(0).TotalValue, chain.Pool(0).TotalShares)
        );
        var removed = Of(StakeEventKind.DustRemoved).Single();
        Assert.Equal(
            (Pico(-10_000_000_000), Pico(-10_000_000_000), Pha.Zero),
            (removed.Shares, removed.WithdrawingShares, removed.Value)
        );
        Assert.Equal(Tokens(200), chain.Position(0, Alice).Cost);
    }

    /// <summary>A second entry replaces the first, which the chain had removed with its NFT already.</summary>
    [Fact]
    public void Dust_that_was_queued_twice_in_a_block_is_removed_twice()
    {
        chain
            .NextExtrinsic()
            .Mint(0, 1, BasePool, 5_324)
            .Queued(0, Alice, 5_324)
            .Burn(0, 1, BasePool)
            .SetShares(0, 0, Legacy(300) - 5_324)
            .NextExtrinsic()
            .Mint(0, 2, BasePool, 9_999_999_999)
            .Queued(0, Alice, 9_999_999_999)
            .Burn(0, 2, BasePool)
            .SetShares(0, 0, Legacy(300) - 10_000_005_323)
            .EndBlock();
        var position = chain.Position(0, Alice);
        Assert.Equal((Tokens(300) - Pico(10_000_005_323), Pha.Zero), (position.Shares, position.WithdrawingShares));
        Assert.Equal((Tokens(300), position.Shares), (chain.Pool(0).TotalValue, chain.Pool(0).TotalShares));
        var removed = Of(StakeEventKind.DustRemoved).Single();
        Assert.Equal((Pico(-10_000_005_323), Pico(-9_999_999_999)), (removed.Shares, removed.WithdrawingShares));
    }

    [Fact]
    public void More_dust_than_NFTs_were_burned_is_an_error()
    {
        chain.NextExtrinsic().Mint(0, 1, BasePool, 1).Queued(0, Alice, 1).Burn(0, 1, BasePool);
        chain.SetShares(0, 0, Legacy(300) - 10_000_000_001);
        Assert.Throws<UnknownStateException>(chain.EndBlock);
    }

    [Fact]
    public void More_than_dust_missing_from_the_NFTs_is_an_error_with_both_figures()
    {
        chain.NextExtrinsic().SetShares(0, 0, Legacy(300) - 10_000_000_001);
        var exception = Assert.Throws<UnknownStateException>(chain.EndBlock);
        Assert.Contains($"{Alice} has 300 shares", exception.Message, StringComparison.Ordinal);
        Assert.Contains("pool 0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("its NFTs have 299.989999999999", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_shares_in_the_NFTs_than_in_the_ledger_is_an_error()
    {
        chain.NextExtrinsic().Mint(0, 1, Bob, 1);
        Assert.Throws<UnknownStateException>(chain.EndBlock);
    }

    [Fact]
    public void A_contribution_without_NFT_is_an_error()
    {
        chain.NextExtrinsic().Contribution(0, Bob, 1, 1);
        Assert.Throws<UnknownStateException>(chain.EndBlock);
    }

    [Fact]
    public void More_shares_paid_than_queued_is_an_error()
    {
        Queue(1, 100, rest: 200);
        var exception = Assert.Throws<UnknownStateException>(() => chain.Withdrawn(0, Alice, Legacy(101), Legacy(101)));
        Assert.Contains("withdrawing shares in pool 0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_NFT_that_is_sent_takes_its_shares_along()
    {
        chain
            .NextExtrinsic()
            .Emit(
                PoolScript.Rmrk,
                "NFTSent",
                ("sender", Alice),
                ("recipient", Scale.Holder(Bob)),
                ("collection_id", 10_000),
                ("nft_id", 0)
            );
        Assert.Equal(Bob, chain.State.Nfts.Find((10_000, 0))!.Owner);
    }

    [Fact]
    public void NFTs_of_other_collections_change_nothing()
    {
        chain
            .NextExtrinsic()
            .Emit(PoolScript.Rmrk, "NftMinted", ("owner", Scale.Holder(Alice)), ("collection_id", 7), ("nft_id", 5));
        Assert.Null(chain.State.Nfts.Find((7, 5)));
        chain.Emit(PoolScript.Rmrk, "NFTBurned", ("owner", Alice), ("collection_id", 7), ("nft_id", 5)).EndBlock();
    }

    [Fact]
    public void Properties_other_than_the_shares_change_nothing()
    {
        chain.NextExtrinsic().Property(0, 0, "name", new byte[16]);
        Assert.Equal(Tokens(300), chain.State.Nfts.Find((10_000, 0))!.Shares);
    }

    [Fact]
    public void Shares_that_are_no_u128_are_an_error() =>
        Assert.Throws<UnknownStateException>(() => chain.Property(0, 0, "stake-info", new byte[15]));

    private IEnumerable<AccountId> Whitelisted =>
        chain
            .State.Tables.OfType<IStateTable<(string, AccountId), WhitelistEntry>>()
            .Single()
            .All.Select(entry => entry.Account);

    [Fact]
    public void A_whitelist_is_made_filled_emptied_and_deleted()
    {
        chain.Emit(PoolScript.BasePool, "PoolWhitelistCreated", ("pid", 0));
        chain.Emit(PoolScript.BasePool, "PoolWhitelistStakerAdded", ("pid", 0), ("staker", Bob)).EndBlock();
        Assert.True(chain.Pool(0).WhitelistEnabled);
        Assert.Equal([Bob], Whitelisted);
        chain.Emit(PoolScript.BasePool, "PoolWhitelistStakerRemoved", ("pid", 0), ("staker", Bob));
        chain.Emit(PoolScript.BasePool, "PoolWhitelistDeleted", ("pid", 0)).EndBlock();
        Assert.False(chain.Pool(0).WhitelistEnabled);
        Assert.Empty(Whitelisted);
    }

    [Fact]
    public void Wrapping_and_unwrapping_concern_no_pool()
    {
        chain.Emit("PhalaWrappedBalances", "Wrapped", ("user", Bob), ("amount", Legacy(5)));
        chain.Emit("PhalaWrappedBalances", "Unwrapped", ("user", Bob), ("amount", Legacy(2)));
        Assert.Equal(
            [((string?)null, StakeEventKind.Wrapped, Tokens(5)), (null, StakeEventKind.Unwrapped, Tokens(2))],
            chain.Entries.Skip(1).Select(entry => (entry.PoolId, entry.Kind, entry.Amount))
        );
    }

    private void Queue(int nft, long shares, long rest) =>
        chain
            .NextExtrinsic()
            .Mint(0, nft, BasePool, Legacy(shares))
            .Queued(0, Alice, Legacy(shares))
            .SetShares(0, 0, Legacy(rest))
            .EndBlock();

    private IEnumerable<StakeEvent> Of(StakeEventKind kind) => chain.Entries.Where(entry => entry.Kind == kind);
}
