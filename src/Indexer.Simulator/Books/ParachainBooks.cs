using Indexer.Simulator.Staking;

namespace Indexer.Simulator;

/// <summary>The books of a parachain after the block <see cref="Height"/>, kept by the simulation itself and not read from events.</summary>
public sealed class ParachainBooks
{
    private readonly ParachainRecords _records;
    private readonly Lazy<IReadOnlyDictionary<ulong, PoolBook>> _pools;

    internal ParachainBooks(ParachainRecords records, long height)
    {
        _records = records;
        Height = height;
        _pools = new(() =>
            records.Pools.At(height).OrderBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value)
        );
    }

    /// <summary>The block after which the books stand.</summary>
    public long Height { get; }

    /// <summary>Every pool by pid.</summary>
    public IReadOnlyDictionary<ulong, PoolBook> Pools => _pools.Value;

    /// <summary>Every position that ever existed, by pool and account; shares may be zero.</summary>
    public IReadOnlyList<PositionBook> Positions =>
        [
            .. _records
                .Positions.At(Height)
                .Select(entry => Priced(entry.Key.Pid, entry.Key.Account, entry.Value))
                .OrderBy(position => position.Pid)
                .ThenBy(position => position.Account),
        ];

    /// <summary>Every stake pool of the first version.</summary>
    public IReadOnlyList<MiningPoolBook> MiningPools =>
        [.. _records.MiningPools.At(Height).Select(entry => entry.Value).OrderBy(pool => pool.Pid)];

    /// <summary>Every stake of the first version that ever existed, by pool and account; shares may be zero.</summary>
    public IReadOnlyList<MiningStakeBook> MiningStakes =>
        [
            .. _records
                .MiningStakes.At(Height)
                .Select(entry => entry.Value)
                .OrderBy(stake => stake.Pid)
                .ThenBy(stake => stake.Account),
        ];

    /// <summary>Every account that ever held PHA or W-PHA, the pallets' own accounts included.</summary>
    public IReadOnlyList<AccountBook> Accounts =>
        [.. _records.Accounts.At(Height).Select(entry => entry.Value).OrderBy(account => account.Account)];

    /// <summary>One account; null when it never held anything.</summary>
    public AccountBook? FindAccount(AccountId account) =>
        _records.Accounts.TryAt(account, Height, out var book) ? book : null;

    /// <summary>The identity of every account that ever stated one or was a sub-account.</summary>
    public IReadOnlyList<IdentityBook> Identities =>
        [.. _records.Identities.At(Height).Select(entry => entry.Value).OrderBy(identity => identity.Account)];

    /// <summary>Every worker in the registry.</summary>
    public IReadOnlyList<RegisteredWorkerBook> Registrations =>
        [.. _records.Registrations.At(Height).Select(entry => entry.Value)];

    /// <summary>The parameters of rewards, and the cool-down period.</summary>
    public TokenomicsBook Tokenomics =>
        _records.Tokenomics.TryAt(0, Height, out var book) ? book : ComputationRules.First;

    /// <summary>Payouts of settlements that came late, up to this block.</summary>
    public UInt128 DroppedPayouts =>
        _records
            .DroppedSettlements.TakeWhile(one => one.Height <= Height)
            .Aggregate(UInt128.Zero, (sum, one) => sum + one.Amount);

    /// <summary>All movements of stake up to this block, in chain order.</summary>
    public IReadOnlyList<StakeMove> Moves => [.. _records.Moves.TakeWhile(move => move.Height <= Height)];

    /// <summary>All rewards received by stake pools up to this block.</summary>
    public IReadOnlyList<PoolReward> Rewards => [.. _records.Rewards.TakeWhile(reward => reward.Height <= Height)];

    /// <summary>All vaults' parts of rewards up to this block.</summary>
    public IReadOnlyList<VaultReward> VaultRewards =>
        [.. _records.VaultRewards.TakeWhile(reward => reward.Height <= Height)];

    /// <summary>W-PHA that vanished up to this block because an account may not hold so little.</summary>
    public UInt128 LostRests =>
        _records
            .LostRests.TakeWhile(rest => rest.Height <= Height)
            .Aggregate(UInt128.Zero, (sum, rest) => sum + rest.Amount);

    /// <summary>All rewards that nobody got up to this block.</summary>
    public IReadOnlyList<DismissedReward> Dismissed =>
        [.. _records.Dismissed.TakeWhile(reward => reward.Height <= Height)];

    /// <summary>All owner incomes up to this block.</summary>
    public IReadOnlyList<OwnerTake> OwnerTakes => [.. _records.OwnerTakes.TakeWhile(take => take.Height <= Height)];

    /// <summary>How many events of each "Pallet.Event" were emitted up to this block.</summary>
    public IReadOnlyDictionary<string, int> EventCounts => _records.CountEvents(Height);

    /// <summary>Proposals, referenda, motions and all else of governance.</summary>
    public GovernanceBooks Governance => new(_records.Governance, Height);

    /// <summary>One position.</summary>
    /// <param name="pid">The pool.</param>
    /// <param name="account">The delegator.</param>
    /// <returns>The position, with zero shares when there is none.</returns>
    public PositionBook Position(ulong pid, AccountId account) =>
        Priced(pid, account, _records.Positions.TryAt((pid, account), Height, out var shares) ? shares : (0, 0));

    private PositionBook Priced(ulong pid, AccountId account, (UInt128 Free, UInt128 Queued) shares)
    {
        var pool = Pools[pid];
        var price = SharePrice.Of(pool.TotalValue, pool.TotalShares);
        var all = shares.Free + shares.Queued;
        return new(pid, account, all, shares.Queued, price is { } known ? FixedPoint.Multiply(all, known) : 0);
    }
}
