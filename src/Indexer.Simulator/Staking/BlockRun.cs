using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Staking;

/// <summary>The execution of one block: its events, its extrinsics, and what it writes into the books.</summary>
internal sealed class BlockRun(StakingState state, ParachainRecords records, Runtime runtime, long height, ulong timeMs)
{
    private readonly ScaleWriter _events = new();
    private readonly HashSet<Pool> _pools = [];
    private readonly HashSet<(Pool Pool, AccountId Account)> _positions = [];

    public StakingState State { get; } = state;

    public Ledger Ledger => State.Ledger;

    public ParachainRecords Records { get; } = records;

    public Runtime Runtime { get; } = runtime;

    public long Height { get; } = height;

    public ulong TimeMs { get; } = timeMs;

    public ulong Seconds => TimeMs / 1000;

    public uint? Extrinsic { get; set; }

    public int EventCount { get; private set; }

    /// <summary>True from spec 1254 on: withdrawals are stated once per user and tell the burnt shares.</summary>
    public bool StatesBurntShares => Runtime.SpecVersion >= 1254;

    public List<byte[]> Extrinsics { get; } = [];

    /// <summary>The block's System.Events.</summary>
    public byte[] Events => new ScaleWriter().Compact((UInt128)EventCount).Raw(_events.ToArray()).ToArray();

    /// <summary>Emits an event with all its fields; an older layout leaves the last ones out.</summary>
    /// <returns>Its index in the block.</returns>
    public int Emit(string pallet, string name, params object?[] values)
    {
        Runtime.WriteEvent(_events, Extrinsic, pallet, name, values);
        Records.CountEvent(Height, $"{pallet}.{name}");
        return EventCount++;
    }

    public void Touch(Pool pool) => _pools.Add(pool);

    public void Touch(Pool pool, AccountId account)
    {
        _pools.Add(pool);
        // Withdrawal NFTs belong to the pallet only in name: their shares are the queued shares of the users.
        if (account != StakingState.BasePoolPallet)
        {
            _positions.Add((pool, account));
        }
    }

    /// <summary>Writes what changed in this block into the books.</summary>
    public void Close()
    {
        foreach (var account in Ledger.Touched)
        {
            var book = new AccountBook(account, Ledger.Free(account), Ledger.Wrapped(account));
            Records.Accounts.Set(account, Height, book);
        }
        foreach (var pool in State.Pools.Where(pool => _pools.Contains(pool) || IsTouched(pool)))
        {
            Records.Pools.Set(pool.Pid, Height, pool.Book(Ledger));
        }
        foreach (var (pool, account) in _positions)
        {
            Records.Positions.Set((pool.Pid, account), Height, (pool.FreeShares(account), pool.Queued(account)));
        }
        Ledger.Touched.Clear();
    }

    private bool IsTouched(Pool pool) =>
        Ledger.Touched.Contains(pool.Account) || Ledger.Touched.Contains(pool.OwnerRewardAccount);
}
