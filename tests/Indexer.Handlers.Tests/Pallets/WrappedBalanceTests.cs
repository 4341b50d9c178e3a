using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>Wrapped PHA of accounts that are no pool's, and the times of NFTs.</summary>
public sealed class WrappedBalanceTests
{
    /// <summary>
    /// The accounts that a runtime made for pool 3 of this owner: "so/" and "sl/" before the Blake2b-256 hash of the number and the owner,
    /// by Python's hashlib.
    /// </summary>
    private const string Reward = "736f2f593d6b747e92dc4359f4200a49a2d8f2bfd407e2aad65c7ec06505e288";

    [Fact]
    public void It_is_what_came_in_less_what_went_out()
    {
        var chain = new Chain().Issue(Alice, Legacy(10)).Pays(Alice, Bob, Legacy(4)).Pays(Bob, Bob, Legacy(1));
        Assert.Equal((Tokens(6), Tokens(4)), (Of(chain, Alice), Of(chain, Bob)));
        chain.Emit("Assets", "Burned", ("asset_id", 10_000), ("owner", Alice), ("balance", Legacy(6)));
        Assert.Null(chain.State.WrappedBalances.Find(Alice));
    }

    [Fact]
    public void An_account_that_pays_what_it_never_got_is_an_error()
    {
        var chain = new Chain().Issue(Alice, Legacy(10));
        var exception = Assert.Throws<UnknownStateException>(() => chain.Pays(Alice, Bob, Legacy(10) + 1));
        Assert.Contains("would have -0.000000000001 wrapped PHA", exception.Message, StringComparison.Ordinal);
        Assert.Contains("startBlock", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_assets_do_not_count()
    {
        var chain = new Chain().Issue(Alice, Legacy(10)).Pays(Alice, Bob, Legacy(4), asset: 1);
        Assert.Equal(Tokens(10), Of(chain, Alice));
    }

    [Fact]
    public void Accounts_of_pools_have_none_of_their_own()
    {
        var chain = new Chain().Issue(PoolAccount(3), Legacy(7)).EndBlock().NewPool(PoolScript.StakePool, 3);
        Assert.Null(chain.State.WrappedBalances.Find(PoolAccount(3)));
        var pool = chain.State.Pool("3").Pool;
        chain.Issue(pool.RewardAccount!.Value, Legacy(5)).Issue(pool.StakeAccount!.Value, Legacy(5));
        Assert.Empty(chain.State.WrappedBalances.All);
        Assert.Equal(Reward, pool.RewardAccount.Value.ToString()[2..]);
    }

    [Fact]
    public void A_rest_below_the_minimum_is_lost_since_polkadot_0_9_42()
    {
        var later = new Chain(runtime: SimulatedRuntimes.Phala1254)
            .Issue(Alice, Legacy(10))
            .Pays(Alice, Bob, Legacy(10) - 1);
        Assert.Null(later.State.WrappedBalances.Find(Alice));
    }

    [Fact]
    public void An_NFT_keeps_its_times_in_seconds()
    {
        var chain = new Chain()
            .NewPool(PoolScript.StakePool, 0)
            .NextExtrinsic()
            .Mint(0, 0, Alice, Legacy(300))
            .Contribution(0, Alice, Legacy(300), Legacy(300))
            .EndBlock()
            .NextExtrinsic()
            .SetShares(0, 0, Legacy(200))
            .Mint(0, 1, BasePool, Legacy(100))
            .Queued(0, Alice, Legacy(100))
            .EndBlock();
        var (held, queued) = (chain.State.Nfts.Find((10_000, 0))!, chain.State.Nfts.Find((10_000, 1))!);
        Assert.Null(held.QueuedAt);
        Assert.Equal(queued.MintedAt, queued.QueuedAt);
        Assert.True(held.MintedAt < queued.MintedAt);
        Assert.Equal((0, "0"), (queued.MintedAt.Millisecond, queued.PoolId));
    }

    private static Pha Of(Chain chain, AccountId account) => chain.State.WrappedBalances.Find(account)!.Balance;
}
