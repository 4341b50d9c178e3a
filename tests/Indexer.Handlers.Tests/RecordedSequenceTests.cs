using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests;

/// <summary>
/// A story told in the order in which a real runtime of spec 1241 emits its events: two delegators of a pool, one of a
/// vault, the vault's investment, a withdrawal paid at once and one paid in part.
/// </summary>
public sealed class RecordedSequenceTests
{
    private readonly Chain chain = Tell();

    [Fact]
    public void The_pool_ends_with_what_was_left_in_it()
    {
        // 1,000 of Alice + 2,000 of Bob + 300 of the vault - 900 paid to Alice
        var pool = chain.Pool(0);
        Assert.Equal(
            (Tokens(2_400), Tokens(2_400), Tokens(2_400)),
            (pool.TotalValue, pool.TotalShares, pool.FreeValue)
        );
        Assert.Equal(Pha.Zero, pool.WithdrawingShares);
        Assert.Equal((Tokens(100), Tokens(100)), (chain.Position(0, Alice).Shares, chain.Position(0, Alice).Cost));
        Assert.Equal(Tokens(2_000), chain.Position(0, Bob).Shares);
        Assert.Equal(Tokens(300), chain.Position(0, PoolAccount(1)).Shares);
    }

    [Fact]
    public void The_vault_paid_what_it_had_and_owes_the_rest()
    {
        // 500 of Alice - 300 invested = 200 free, all paid for 200 of the 400 shares in the queue
        var vault = chain.Pool(1);
        Assert.Equal((Tokens(300), Tokens(300), Pha.Zero), (vault.TotalValue, vault.TotalShares, vault.FreeValue));
        var position = chain.Position(1, Alice);
        Assert.Equal(
            (Tokens(300), Tokens(200), Tokens(300)),
            (position.Shares, position.WithdrawingShares, position.Cost)
        );
    }

    [Fact]
    public void The_NFTs_are_those_that_were_not_burned()
    {
        Assert.Equal([Tokens(100)], chain.State.NftsOf(10_000, Alice).Select(nft => nft.Shares));
        Assert.Equal([Tokens(100), Tokens(200)], chain.State.NftsOf(10_001, Alice).Select(nft => nft.Shares));
        Assert.Null(chain.State.Nfts.Find((10_000, 3)));
    }

    [Fact]
    public void The_ledger_tells_the_story_in_order() =>
        Assert.Equal(
            [
                "Wrapped Alice 50000",
                "Contribution Alice 1000",
                "Contribution Bob 2000",
                "Contribution Alice 500",
                "Contribution vault 300",
                "WithdrawalQueued Alice 0",
                "Withdrawal Alice 900",
                "WithdrawalQueued Alice 0",
                "Withdrawal Alice 200",
            ],
            chain.Entries.Select(entry => $"{entry.Kind} {Name(entry.Account)} {entry.Amount}")
        );

    private static Chain Tell()
    {
        var told = new Chain()
            .Emit("PhalaWrappedBalances", "Wrapped", ("user", Alice), ("amount", Legacy(50_000)))
            .EndBlock()
            .NewPool(PoolScript.StakePool, 0)
            .NewPool(PoolScript.Vault, 1)
            .EndBlock();
        told.NextExtrinsic().Mint(0, 0, Alice, Legacy(1_000)).Contributed(0, Alice, Legacy(1_000), Legacy(1_000));
        told.NextExtrinsic().Mint(0, 1, Bob, Legacy(2_000)).Contributed(0, Bob, Legacy(2_000), Legacy(2_000));
        told.NextExtrinsic().Mint(1, 0, Alice, Legacy(500)).ContributedToVault(1, Alice, Legacy(500), Legacy(500));
        told.EndBlock();
        told.NextExtrinsic().Mint(0, 2, PoolAccount(1), Legacy(300));
        told.Contributed(0, PoolAccount(1), Legacy(300), Legacy(300), asVault: 1).EndBlock();
        told.NextExtrinsic()
            .Mint(0, 3, BasePool, Legacy(900))
            .Queued(0, Alice, Legacy(900))
            .Withdrawn(0, Alice, Legacy(900), Legacy(900))
            .SetShares(0, 3, 0)
            .Burn(0, 3, BasePool)
            .SetShares(0, 0, Legacy(100));
        return told.NextExtrinsic()
            .Mint(1, 1, BasePool, Legacy(400))
            .Queued(1, Alice, Legacy(400))
            .Withdrawn(1, Alice, Legacy(200), Legacy(200))
            .SetShares(1, 1, Legacy(200))
            .SetShares(1, 0, Legacy(100))
            .EndBlock();
    }

    private static string Name(AccountId account) =>
        account == Alice ? "Alice"
        : account == Bob ? "Bob"
        : account == PoolAccount(1) ? "vault"
        : account.ToString();
}
