using Indexer.Simulator.Governance;
using Indexer.Simulator.Mining;
using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Staking;

/// <summary>The execution of one block: its events, its extrinsics, and what it writes into the books.</summary>
internal sealed class BlockRun(
    StakingState state,
    GovernanceState governance,
    ParachainRecords records,
    Runtime runtime,
    long height,
    ulong timeMs
)
{
    private static readonly UInt128 ExistentialDeposit = 10_000_000_000;

    private readonly ScaleWriter _events = new();
    private readonly List<Action<int>> _untold = [];
    private readonly HashSet<Pool> _pools = [];
    private readonly HashSet<(Pool Pool, AccountId Account)> _positions = [];
    private readonly HashSet<MiningPool> _miningPools = [];
    private readonly HashSet<(MiningPool Pool, AccountId Account)> _miningStakes = [];

    public StakingState State { get; } = state;

    public GovernanceState Governance { get; } = governance;

    public Ledger Ledger => State.Ledger;

    public ParachainRecords Records { get; } = records;

    public Runtime Runtime { get; } = runtime;

    public long Height { get; } = height;

    public ulong TimeMs { get; } = timeMs;

    public ulong Seconds => TimeMs / 1000;

    public uint? Extrinsic { get; set; }

    /// <summary>How many calls the call that is dispatched stands within.</summary>
    public int Depth { get; set; }

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
        if (name is "ItemCompleted" or "ProxyExecuted" or "Executed" or "MemberExecuted" or "ExtrinsicSuccess")
        {
            _untold.ForEach(tell => tell(EventCount));
            _untold.Clear();
        }
        return EventCount++;
    }

    /// <summary>Emits an event that the first layout does not have.</summary>
    /// <param name="tell">Gets the index of the event; where there is none, of the one that says that the call is done.</param>
    /// <param name="pallet">The pallet.</param>
    /// <param name="name">The event.</param>
    /// <param name="values">Its fields.</param>
    public void EmitSince1090(Action<int> tell, string pallet, string name, params object?[] values)
    {
        if (Runtime.HasEvent(pallet, name))
        {
            tell(Emit(pallet, name, values));
        }
        else
        {
            _untold.Add(tell);
        }
    }

    /// <summary>Emits an event that not every layout has, and that nothing in the books is told by.</summary>
    public void EmitIfKnown(string pallet, string name, params object?[] values)
    {
        if (Runtime.HasEvent(pallet, name))
        {
            Emit(pallet, name, values);
        }
    }

    public void Touch(Pool pool) => _pools.Add(pool);

    public void Touch(MiningPool pool)
    {
        _miningPools.Add(pool);
        Governance.ChangedCells.Add(new("PhalaStakePool", "StakePools", pool.Pid));
    }

    public void Touch(MiningPool pool, AccountId account)
    {
        Touch(pool);
        _miningStakes.Add((pool, account));
        Governance.ChangedCells.Add(new("PhalaStakePool", "PoolStakers", pool.Pid, account));
    }

    public void Touch(Pool pool, AccountId account)
    {
        _pools.Add(pool);
        // Withdrawal NFTs belong to the pallet only in name: their shares are the queued shares of the users.
        if (account != StakingState.BasePoolPallet)
        {
            _positions.Add((pool, account));
        }
    }

    /// <summary>Ends the call with a pallet's error unless the condition holds.</summary>
    /// <exception cref="DispatchException">It does not.</exception>
    public void Require(bool condition, string pallet, string error)
    {
        if (!condition)
        {
            throw new DispatchException(Error(pallet, error));
        }
    }

    public DispatchError Error(string pallet, string name) => new(name, Runtime.Error(pallet, name));

    /// <summary>Puts a deposit down.</summary>
    /// <exception cref="DispatchException">The account has not enough.</exception>
    public void Reserve(AccountId who, UInt128 amount)
    {
        Require(Ledger.Free(who) >= amount + ExistentialDeposit, "Balances", "InsufficientBalance");
        Ledger.Reserve(this, who, amount);
    }

    /// <summary>Notes that plain storage values may have changed.</summary>
    public void Cells(params ReadOnlySpan<(string Pallet, string Item)> cells)
    {
        foreach (var (pallet, item) in cells)
        {
            Governance.ChangedCells.Add(new(pallet, item));
        }
    }

    /// <summary>Writes what changed in this block into the books.</summary>
    /// <param name="stateRuntime">The runtime in whose layout the state is kept after the block.</param>
    public void Close(Runtime stateRuntime)
    {
        GovernanceClosing.Write(this, stateRuntime);
        foreach (var account in Ledger.Touched)
        {
            var book = new AccountBook(
                account,
                Ledger.Free(account),
                Ledger.Wrapped(account),
                Ledger.Reserved(account)
            );
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
        foreach (var pool in _miningPools)
        {
            Records.MiningPools.Set(pool.Pid, Height, pool.Book);
        }
        foreach (var (pool, account) in _miningStakes)
        {
            var stake = pool.Stakers[account];
            Records.MiningStakes.Set(
                (pool.Pid, account),
                Height,
                new(pool.Pid, account, stake.Shares, pool.Waiting(account), stake.Available, stake.Debt, stake.Claimed)
            );
        }
        Ledger.Touched.Clear();
    }

    private bool IsTouched(Pool pool) =>
        Ledger.Touched.Contains(pool.Account) || Ledger.Touched.Contains(pool.OwnerRewardAccount);
}
