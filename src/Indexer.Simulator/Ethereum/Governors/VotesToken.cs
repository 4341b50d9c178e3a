namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>
/// An ERC20Votes token: whoever an account delegates to votes with its tokens; what is delegated on is not passed on. Balances,
/// votes, delegates and the supply are kept by the token's clock, which counts blocks or seconds.
/// </summary>
internal sealed class VotesToken(EvmAddress address, bool countsSeconds)
{
    private readonly History<EvmAddress, UInt128> _balances = new();
    private readonly History<EvmAddress, UInt128> _votes = new();
    private readonly History<EvmAddress, EvmAddress> _delegates = new();
    private readonly History<EvmAddress, UInt128> _supply = new();

    public EvmAddress Address => address;

    public bool CountsSeconds => countsSeconds;

    public string ClockMode => countsSeconds ? "mode=timestamp" : "mode=blocknumber&from=default";

    public long Clock(long height, ulong time) => countsSeconds ? (long)time : height;

    public UInt128 SupplyAt(long at) => Read(_supply, EvmAddress.Zero, at);

    public UInt128 VotesAt(EvmAddress account, long at) => Read(_votes, account, at);

    public UInt128 Balance(EvmAddress account) => Read(_balances, account, long.MaxValue);

    public EvmAddress Delegate(EvmAddress account) => DelegateAt(account, long.MaxValue);

    /// <summary>The tokens with which an account voted for itself at a time.</summary>
    public UInt128 OwnAt(EvmAddress account, long at) =>
        DelegateAt(account, at) == account ? Read(_balances, account, at) : 0;

    /// <summary>Moves tokens; the zero address mints and burns.</summary>
    public void Move(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 amount)
    {
        var now = Clock(run.Height, run.Time);
        foreach (var (account, plus, minus) in new[] { (from, UInt128.Zero, amount), (to, amount, UInt128.Zero) })
        {
            if (account == EvmAddress.Zero)
            {
                _supply.Set(account, now, checked(SupplyAt(now) + minus - plus));
                continue;
            }
            _balances.Set(account, now, checked(Balance(account) + plus - minus));
            Keep(run, account);
        }
        run.Emit(address, AbiEvents.Transfer, from, to, amount);
        MoveVotes(run, Delegate(from), Delegate(to), amount);
    }

    public void DelegateTo(EthereumRun run, EvmAddress account, EvmAddress target)
    {
        var before = Delegate(account);
        _delegates.Set(account, Clock(run.Height, run.Time), target);
        Keep(run, account);
        run.Emit(address, GovernorEvents.DelegateChanged, account, before, target);
        MoveVotes(run, before, target, Balance(account));
    }

    private static UInt128 Read(History<EvmAddress, UInt128> history, EvmAddress account, long at) =>
        history.TryAt(account, at, out var value) ? value : 0;

    private EvmAddress DelegateAt(EvmAddress account, long at) =>
        _delegates.TryAt(account, at, out var target) ? target : EvmAddress.Zero;

    private void MoveVotes(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 amount)
    {
        if (from == to || amount == 0)
        {
            return;
        }
        foreach (var (account, plus, minus) in new[] { (from, UInt128.Zero, amount), (to, amount, UInt128.Zero) })
        {
            if (account == EvmAddress.Zero)
            {
                continue;
            }
            var before = VotesAt(account, long.MaxValue);
            var after = checked(before + plus - minus);
            _votes.Set(account, Clock(run.Height, run.Time), after);
            Keep(run, account);
            run.Emit(address, GovernorEvents.DelegateVotesChanged, account, before, after);
        }
    }

    private void Keep(EthereumRun run, EvmAddress account) =>
        run.Records.VotingAccounts.Set(
            (address, account),
            run.Height,
            new(address, account, Balance(account), VotesAt(account, long.MaxValue), Delegate(account))
        );
}
