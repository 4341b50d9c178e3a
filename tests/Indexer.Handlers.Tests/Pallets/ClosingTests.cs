using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using Indexer.Substrate.Chain;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>What the end of a parachain closes, on storage written by hand.</summary>
public sealed class ClosingTests
{
    private static readonly AccountId Lock = Account(0x51);
    private static readonly AccountId Commission = Account(0x52);
    private static readonly AccountId Treasury = new([.. "modlpy/trsry"u8, .. new byte[20]]);

    // Bob holds 700 and Alice 300 of the 1,000 shares of pool 0, worth 1,100.
    private readonly Chain chain = new Chain()
        .NewPool(PoolScript.StakePool, 0)
        .NextExtrinsic()
        .Mint(0, 0, Bob, Legacy(700))
        .Contributed(0, Bob, Legacy(700), Legacy(700))
        .NextExtrinsic()
        .Mint(0, 1, Alice, Legacy(300))
        .Contributed(0, Alice, Legacy(300), Legacy(300))
        .NextExtrinsic()
        .Rewarded(0, Legacy(5), Legacy(100))
        .EndBlock();

    [Fact]
    public void Positions_and_commission_become_entries_at_the_last_price()
    {
        var entries = Close(Storage());
        Assert.Equal(
            [
                (Alice, MigrationEntryKind.Delegation, MigrationLeg.Staked, Tokens(330), Tokens(300)),
                (Bob, MigrationEntryKind.Delegation, MigrationLeg.Staked, Tokens(770), Tokens(700)),
                (Owner, MigrationEntryKind.OwnerReward, MigrationLeg.Staked, Tokens(5), Pha.Zero),
            ],
            entries.Select(entry => (entry.Account, entry.Kind, entry.Leg, entry.Amount, entry.Cost))
        );
        Assert.Equal((Pha.Zero, Pha.Zero), (chain.Pool(0).TotalShares, chain.Pool(0).OwnerReward));
        Assert.Equal((Pha.Zero, Pha.Zero), (chain.Position(0, Bob).Shares, chain.Position(0, Bob).Cost));
        Assert.Equal(
            [(Alice, -Tokens(330)), (Bob, -Tokens(770))],
            chain
                .Entries.Where(entry => entry.Kind == StakeEventKind.Migrated)
                .Select(entry => (entry.Account, entry.Value))
        );
        Assert.True(chain.State.End!.BalancesRead);
    }

    /// <summary>A chain that ends before its stake pools moved to the second version owes what waits beside the shares, too, also to who has no shares left.</summary>
    [Fact]
    public void Rewards_that_wait_in_pools_of_the_first_version_are_handed_over()
    {
        const string first = "PhalaStakePool";
        chain
            .Emit(first, "PoolCreated", ("owner", Owner), ("pid", 1))
            .Emit(first, "Contribution", ("pid", 1), ("user", Carol), ("amount", Legacy(4)), ("shares", Legacy(4)))
            .Emit(first, "RewardReceived", ("pid", 1), ("to_owner", 0), ("to_stakers", Legacy(2)))
            .Emit(first, "Withdrawal", ("pid", 1), ("user", Carol), ("amount", Legacy(4)), ("shares", Legacy(4)))
            .Emit(first, "Contribution", ("pid", 1), ("user", Bob), ("amount", Legacy(2)), ("shares", Legacy(2)))
            .Emit(first, "RewardReceived", ("pid", 1), ("to_owner", 0), ("to_stakers", Legacy(3)))
            .EndBlock();
        var entries = Close(Storage()).Where(entry => entry.PoolId == "1").ToList();
        Assert.Equal(
            [
                (Bob, MigrationEntryKind.PendingReward, Tokens(3)),
                (Bob, MigrationEntryKind.Delegation, Tokens(2)),
                (Carol, MigrationEntryKind.PendingReward, Tokens(2)),
            ],
            entries.Select(entry => (entry.Account, entry.Kind, entry.Amount))
        );
        Assert.Equal(Pha.Zero, chain.Position(1, Carol).PendingIn(chain.Pool(1)));
    }

    [Fact]
    public void Balances_are_parted_by_what_held_them()
    {
        // Locks lie over each other: of 1,000 PHA the vesting holds 200 and a vote 500, so that 500 are free.
        var entries = Close(
            Storage(
                accounts: [(Carol, 1_000, 40)],
                locks: [(Carol, "vesting ", 200), (Carol, "democrac", 500)],
                wrapped: [(Carol, 60)]
            )
        );
        Assert.Equal(
            [
                (MigrationEntryKind.Free, MigrationLeg.Free, Tokens(500)),
                (MigrationEntryKind.Vesting, MigrationLeg.Free, Tokens(200)),
                (MigrationEntryKind.Locked, MigrationLeg.Free, Tokens(300)),
                (MigrationEntryKind.Reserved, MigrationLeg.Free, Tokens(40)),
                (MigrationEntryKind.Wrapped, MigrationLeg.Staked, Tokens(60)),
            ],
            entries.Where(entry => entry.Account == Carol).Select(entry => (entry.Kind, entry.Leg, entry.Amount))
        );
    }

    [Fact]
    public void A_lock_above_the_balance_holds_no_more_than_it()
    {
        var entries = Close(Storage(accounts: [(Carol, 100, 0)], locks: [(Carol, "vesting ", 250)]));
        var only = Assert.Single(entries, entry => entry.Account == Carol);
        Assert.Equal((MigrationEntryKind.Vesting, Tokens(100)), (only.Kind, only.Amount));
    }

    [Fact]
    public void Accounts_of_pallets_chains_and_pools_are_nobodys()
    {
        AccountId sibling = new([.. "sibl"u8, .. new byte[28]]);
        var entries = Close(
            Storage(
                accounts: [(Treasury, 9, 0), (sibling, 9, 0), (BasePool, 9, 0), (PoolAccount(0), 9, 0), (Lock, 9, 0)],
                wrapped: [(Lock, 9), (Commission, 9), (PoolAccount(0), 9)]
            )
        );
        Assert.All(entries, entry => Assert.Contains(entry.Account, new[] { Alice, Bob, Owner }));
    }

    [Fact]
    public void Where_no_node_lists_the_accounts_balances_are_not_known()
    {
        var entries = Close(Storage(isListed: false));
        Assert.Equal(3, entries.Count);
        Assert.False(chain.State.End!.BalancesRead);
    }

    private List<MigrationEntry> Close(IReadOnlyDictionary<StorageMap, IReadOnlyList<StoredElement>?> storage)
    {
        var header = new BlockHeader(9, [9], [8], DateTimeOffset.UnixEpoch, 1291);
        var end = new EndedChain(header, Runtime: null, LegsOf(), storage);
        new SubstrateBlockHandler(HandlerCatalog.Substrate).HandleEnd(end, chain.Ledger);
        chain.Ledger.EndBlock(10);
        return
        [
            .. chain.Ledger.Rows.OfType<MigrationEntry>().Where(entry => entry.Kind != MigrationEntryKind.Rounding),
        ];
    }

    private static IReadOnlyDictionary<MigrationEntryKind, MigrationLeg> LegsOf() =>
        new NetworkSettings
        {
            Name = "phala",
            Kind = NetworkKind.Substrate,
            Endpoints = [],
        }.MigrationLegs;

    private static Dictionary<StorageMap, IReadOnlyList<StoredElement>?> Storage(
        (AccountId Account, long Free, long Reserved)[]? accounts = null,
        (AccountId Account, string Id, long Amount)[]? locks = null,
        (AccountId Account, long Balance)[]? wrapped = null,
        bool isListed = true
    )
    {
        var maps = HandlerCatalog.Substrate.EndRules.SelectMany(rule => rule.Maps);
        return maps.ToDictionary(
            map => map,
            map =>
                isListed
                    ? (IReadOnlyList<StoredElement>?)(
                        (map.Pallet, map.Entry) switch
                        {
                            ("System", "Account") => [.. (accounts ?? []).Select(AccountInfo)],
                            ("Balances", "Locks") => [.. (locks ?? []).GroupBy(held => held.Account).Select(Locks)],
                            ("Assets", "Account") => [.. (wrapped ?? []).Select(Asset)],
                            _ => [PoolOf()],
                        }
                    )
                    : null
        );
    }

    private static StoredElement AccountInfo((AccountId Account, long Free, long Reserved) of) =>
        Element(
            of.Account,
            Struct(("nonce", 1), ("data", Struct(("free", Legacy(of.Free)), ("reserved", Legacy(of.Reserved)))))
        );

    private static StoredElement Locks(IGrouping<AccountId, (AccountId Account, string Id, long Amount)> held) =>
        Element(
            held.Key,
            new ScaleSequence([.. held.Select(one => Struct(("id", one.Id), ("amount", Legacy(one.Amount))))])
        );

    private static StoredElement Asset((AccountId Account, long Balance) of) =>
        Element(of.Account, Struct(("balance", Legacy(of.Balance))));

    private static StoredElement PoolOf() =>
        Element(
            Account(0),
            new ScaleVariant(
                "StakePool",
                new ScaleFields([null], [Struct(("lock_account", Lock), ("owner_reward_account", Commission))])
            )
        );

    private static StoredElement Element(AccountId key, ScaleValue value) =>
        new([.. new byte[48], .. key.ToArray()], value);

    private static ScaleComposite Struct(params (string Name, object Value)[] fields) => new(Scale.Fields(fields));
}
