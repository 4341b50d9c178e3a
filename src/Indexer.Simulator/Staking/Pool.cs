using System.Numerics;

namespace Indexer.Simulator.Staking;

/// <summary>A stake pool or a vault, as the runtime stores it.</summary>
internal sealed class Pool(ulong pid, PoolKind kind, AccountId owner, uint collection, long createdAt)
{
    public ulong Pid { get; } = pid;

    public PoolKind Kind { get; } = kind;

    public AccountId Owner { get; } = owner;

    public uint Collection { get; } = collection;

    public AccountId Account { get; } = AccountId.Padded("bp/", Seed(pid, owner));

    public AccountId OwnerRewardAccount { get; } = OwnerRewardAccountOf(pid, owner);

    public AccountId LockAccount { get; } = LockAccountOf(pid, owner);

    public UInt128 TotalShares { get; set; }

    public UInt128 TotalValue { get; set; }

    public UInt128 LeakedDust { get; set; }

    public uint? Commission { get; set; }

    public UInt128? Capacity { get; set; }

    public List<QueueEntry> Queue { get; set; } = [];

    public SortedDictionary<uint, Nft> Nfts { get; } = [];

    public uint NextNft { get; set; }

    public List<AccountId>? Whitelist { get; set; }

    public List<Worker> Workers { get; } = [];

    public List<Pool> Subscribers { get; } = [];

    public List<Pool> Investments { get; } = [];

    public UInt128 OwnerShares { get; set; }

    public UInt128 Checkpoint { get; set; } = kind == PoolKind.Vault ? 1_000_000_000_000u : 0;

    public bool Locked { get; set; }

    public FixedPoint? Price => SharePrice.Of(TotalValue, TotalShares);

    public static AccountId OwnerRewardAccountOf(ulong pid, AccountId owner) =>
        AccountId.Padded("so/", Seed(pid, owner));

    public static AccountId LockAccountOf(ulong pid, AccountId owner) => AccountId.Padded("sl/", Seed(pid, owner));

    public UInt128 Queued(AccountId user) =>
        Queue.Where(entry => entry.User == user).Aggregate(UInt128.Zero, (sum, entry) => sum + entry.Nft.Shares);

    public IEnumerable<Nft> OwnedBy(AccountId owner) => Nfts.Values.Where(nft => nft.Owner == owner);

    public UInt128 FreeShares(AccountId owner) =>
        OwnedBy(owner).Aggregate(UInt128.Zero, (sum, nft) => sum + nft.Shares);

    public PoolBook Book(Ledger ledger) =>
        new(
            Pid,
            Kind,
            Owner,
            Account,
            Collection,
            createdAt,
            TotalShares,
            TotalValue,
            ledger.Wrapped(Account),
            LeakedDust,
            Commission ?? 0,
            Capacity,
            ledger.Wrapped(OwnerRewardAccount),
            [.. Workers.Select(worker => worker.Book)],
            Whitelist?.ToArray(),
            OwnerShares,
            Checkpoint,
            Locked,
            Workers
                .Where(worker => worker.Phase == WorkerPhase.Idle)
                .Aggregate(BigInteger.Zero, (sum, worker) => sum + WorkerPower.Of(worker)),
            [.. Nfts.Values.Select(nft => new NftBook(nft.Id, nft.Owner, nft.Shares, nft.MintedAt))],
            [.. Queue.Select(entry => new QueuedBook(entry.Nft.Id, entry.User, entry.Nft.Shares, entry.StartTime))]
        );

    private static byte[] Seed(ulong pid, AccountId owner) =>
        Digests.Blake2b256(new Scale.ScaleWriter().Integer(pid, 8).Raw(owner.Bytes).ToArray());
}
