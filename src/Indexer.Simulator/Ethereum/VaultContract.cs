namespace Indexer.Simulator.Ethereum;

/// <summary>
/// The vPHA vault: rewards stream linearly between settlements, a redemption burns shares at once and pays after the unlock period.
/// Each state change settles first.
/// </summary>
internal sealed class VaultContract
{
    private const uint Whole = 10_000;
    private readonly Dictionary<EvmAddress, List<UnlockRequest>> _requests = [];
    private ulong _checkpointTime;
    private UInt128 _checkpointAssets;
    private UInt128 _checkpointTreasury;

    public VaultShares Shares { get; } = new();

    public UInt128 RewardRate { get; private set; }

    public uint TreasuryRatio { get; private set; } = 2_000;

    public ulong UnlockPeriod { get; private set; } = 21 * 86_400;

    public uint MaxRequests { get; private set; } = 10;

    public bool IsPaused { get; private set; }

    public IEnumerable<EvmAddress> Requesters =>
        _requests.Where(entry => entry.Value.Count > 0).Select(entry => entry.Key);

    public void Initialize(EthereumRun run)
    {
        _checkpointTime = run.Time;
        run.Emit(Addresses.Vault, AbiEvents.OwnershipTransferred, EvmAddress.Zero, Addresses.Admin);
        run.Emit(Addresses.Vault, AbiEvents.Initialized, 1UL);
    }

    public UInt128 TotalAssets(ulong time) => _checkpointAssets + Accrued(time).Users;

    public IReadOnlyList<UnlockRequest> Requests(EvmAddress owner) => _requests.GetValueOrDefault(owner) ?? [];

    public UInt128 Deposit(EthereumRun run, EvmAddress sender, EvmAddress owner, UInt128 assets)
    {
        Settle(run);
        var shares = Shares.ToShares(assets, _checkpointAssets);
        run.Emit(Addresses.Pha, AbiEvents.Transfer, sender, Addresses.Vault, assets);
        Shares.Move(run, EvmAddress.Zero, owner, shares);
        _checkpointAssets += assets;
        var at = run.Emit(Addresses.Vault, AbiEvents.Deposit, sender, owner, assets, shares);
        Record(run, at, VaultMoveKind.Deposit, sender, owner, assets, shares);
        return shares;
    }

    public void Redeem(EthereumRun run, EvmAddress owner, EvmAddress receiver, UInt128 shares)
    {
        Settle(run);
        var assets = Shares.ToAssets(shares, _checkpointAssets);
        Shares.Move(run, owner, EvmAddress.Zero, shares);
        _checkpointAssets -= assets;
        Keep(run, owner, [.. Requests(owner), new(receiver, assets, run.Time)]);
        var at = run.Emit(Addresses.Vault, AbiEvents.Withdraw, run.Sender, receiver, owner, assets, shares);
        Record(run, at, VaultMoveKind.UnlockRequested, owner, receiver, assets, shares);
    }

    /// <summary>Pays the matured requests of an owner, one event each or one per receiver.</summary>
    public void Claim(EthereumRun run, EvmAddress owner, bool together)
    {
        var due = Requests(owner).Where(request => request.StartTime + UnlockPeriod <= run.Time).ToList();
        Keep(run, owner, [.. Requests(owner).Where(request => !due.Contains(request))]);
        var payouts = together
            ? due.GroupBy(request => request.Receiver).Select(group => (group.Key, Assets: Sum(group)))
            : due.Select(request => (request.Receiver, request.Assets));
        foreach (var (receiver, assets) in payouts)
        {
            run.Emit(Addresses.Pha, AbiEvents.Transfer, Addresses.Vault, receiver, assets);
            var at = run.Emit(Addresses.Vault, AbiEvents.VaultClaimed, run.Sender, receiver, owner, assets);
            Record(run, at, VaultMoveKind.UnlockClaimed, owner, receiver, assets, 0);
        }
    }

    /// <summary>Gives a request's assets back as shares; only a Deposit whose sender is the vault tells of it.</summary>
    public void Cancel(EthereumRun run, EvmAddress owner, int index, EvmAddress receiver)
    {
        Settle(run);
        var request = Requests(owner)[index];
        Keep(run, owner, [.. Requests(owner).Where((_, place) => place != index)]);
        var shares = Shares.ToShares(request.Assets, _checkpointAssets);
        Shares.Move(run, EvmAddress.Zero, receiver, shares);
        _checkpointAssets += request.Assets;
        var at = run.Emit(Addresses.Vault, AbiEvents.Deposit, Addresses.Vault, receiver, request.Assets, shares);
        Record(run, at, VaultMoveKind.UnlockCancelled, owner, receiver, request.Assets, shares);
    }

    public void Transfer(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 shares)
    {
        var at = Shares.Move(run, from, to, shares);
        var worth = Shares.Supply == 0 ? 0 : VaultShares.MulDiv(shares, _checkpointAssets, Shares.Supply);
        Record(run, at, VaultMoveKind.Transfer, from, to, worth, shares);
    }

    public void ClaimTreasury(EthereumRun run, EvmAddress receiver)
    {
        Settle(run);
        run.Emit(Addresses.Pha, AbiEvents.Transfer, Addresses.Vault, receiver, _checkpointTreasury);
        run.Emit(Addresses.Vault, AbiEvents.TreasuryAssetsClaimed, receiver, _checkpointTreasury);
        _checkpointTreasury = 0;
    }

    public void SetRewardRate(EthereumRun run, UInt128 rate)
    {
        Settle(run);
        run.Emit(Addresses.Vault, AbiEvents.RewardRateUpdated, RewardRate, rate);
        RewardRate = rate;
    }

    public void SetTreasuryRatio(EthereumRun run, uint ratio)
    {
        Settle(run);
        run.Emit(Addresses.Vault, AbiEvents.TreasuryRatioUpdated, TreasuryRatio, ratio);
        TreasuryRatio = ratio;
    }

    public void SetUnlockPeriod(EthereumRun run, ulong seconds)
    {
        run.Emit(Addresses.Vault, AbiEvents.UnlockPeriodUpdated, UnlockPeriod, seconds);
        UnlockPeriod = seconds;
    }

    public void SetMaxRequests(EthereumRun run, uint count)
    {
        run.Emit(Addresses.Vault, AbiEvents.MaxUnlockRequestsUpdated, MaxRequests, count);
        MaxRequests = count;
    }

    public void SetPaused(EthereumRun run, bool paused)
    {
        IsPaused = paused;
        run.Emit(Addresses.Vault, paused ? AbiEvents.Paused : AbiEvents.Unpaused, Addresses.Admin);
    }

    public VaultBook Book(ulong time)
    {
        var (users, treasury) = Accrued(time);
        return new(
            time,
            _checkpointAssets + users,
            Shares.Supply,
            _checkpointTime,
            _checkpointAssets,
            RewardRate,
            TreasuryRatio,
            _checkpointTreasury + treasury,
            UnlockPeriod,
            MaxRequests,
            Sum(_requests.Values.SelectMany(requests => requests))
        );
    }

    private static UInt128 Sum(IEnumerable<UnlockRequest> requests) =>
        requests.Aggregate(UInt128.Zero, (sum, request) => sum + request.Assets);

    private (UInt128 Users, UInt128 Treasury) Accrued(ulong time)
    {
        var all = RewardRate * (time - _checkpointTime);
        var users = RewardRate * (Whole - TreasuryRatio) / Whole * (time - _checkpointTime);
        return (users, all - users);
    }

    private void Settle(EthereumRun run)
    {
        if (run.Time == _checkpointTime)
        {
            return;
        }
        var (users, treasury) = Accrued(run.Time);
        _checkpointTime = run.Time;
        _checkpointAssets += users;
        _checkpointTreasury += treasury;
        var at = run.Emit(Addresses.Vault, AbiEvents.RewardsSettled, run.Time, users, _checkpointAssets);
        run.Emit(Addresses.Vault, AbiEvents.TreasurySettled, run.Time, treasury, _checkpointTreasury);
        run.Records.Settlements.Add(new(run.Height, at, run.Time, users, _checkpointAssets, treasury, Shares.Supply));
    }

    private void Keep(EthereumRun run, EvmAddress owner, List<UnlockRequest> requests)
    {
        _requests[owner] = requests;
        run.Records.Requests.Set(
            owner,
            run.Height,
            [
                .. requests.Select(request => new UnlockRequestBook(
                    owner,
                    request.Receiver,
                    request.Assets,
                    request.StartTime
                )),
            ]
        );
    }

    private static void Record(
        EthereumRun run,
        int at,
        VaultMoveKind kind,
        EvmAddress from,
        EvmAddress to,
        UInt128 assets,
        UInt128 shares
    ) => run.Records.Moves.Add(new(run.Height, at, run.TransactionHash, kind, from, to, assets, shares));
}
