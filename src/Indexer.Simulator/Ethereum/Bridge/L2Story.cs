namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>
/// Plays Phala's L2: what was sent on Ethereum arrives in one of the next blocks, though some of it fails first, and people move what they have or
/// send it back.
/// </summary>
internal sealed class L2Story(ulong seed, IReadOnlyList<Person> people)
{
    private readonly Dictionary<EvmAddress, UInt128> _balances = [];
    private readonly List<Flight> _withdrawals = [];
    private int _heard;

    /// <summary>What was sent back, in order.</summary>
    public IReadOnlyList<Flight> Withdrawals => _withdrawals;

    /// <summary>Deposits of earlier blocks of Ethereum arrive, or fail.</summary>
    public void Relay(EthereumRun run, IReadOnlyList<Flight> deposits)
    {
        foreach (var (index, flight) in deposits.Take(_heard).Index())
        {
            var random = new Prng(Prng.Mix(Prng.Mix(seed, $"retry {index}"), (ulong)run.Height));
            if (flight.Failed is not null && flight.Arrived is null && random.Chance(4))
            {
                run.Begin(random.Next(), flight.To, Addresses.L2Messenger);
                Arrive(run, flight);
            }
        }
        for (; _heard < deposits.Count && deposits[_heard].Sent < run.Height; _heard++)
        {
            var random = new Prng(Prng.Mix(Prng.Mix(seed, "relay"), (ulong)_heard));
            run.Begin(random.Next(), Addresses.L1Messenger, Addresses.L2Messenger);
            if (random.Chance(15))
            {
                deposits[_heard].Failed = run.Height;
                run.Emit(Addresses.L2Messenger, BridgeEvents.FailedRelayedMessage, deposits[_heard].Message.Hash);
            }
            else
            {
                Arrive(run, deposits[_heard]);
            }
        }
    }

    public void Play(EthereumRun run, BridgeAction kind, ulong identity)
    {
        var random = new Prng(identity);
        var holders = people
            .Select(person => person.L2Receiver)
            .Distinct()
            .Where(holder => _balances.GetValueOrDefault(holder) > 1_000_000)
            .ToList();
        if (holders.Count == 0)
        {
            return;
        }
        var holder = random.Pick(holders);
        var shares = random.Chance(15) ? _balances[holder] : random.Part(_balances[holder], 50, 600);
        if (kind == BridgeAction.Transfer)
        {
            run.Begin(identity, holder, Addresses.L2Vault);
            Move(run, holder, random.Pick(people).L2Receiver, shares);
        }
        else
        {
            var to = random.Chance(70) ? holder : random.Pick(people).L1Receiver;
            var last = _withdrawals.LastOrDefault(flight =>
                flight.From == holder && flight.Shares <= _balances[holder]
            );
            if (random.Chance(35) && last is not null)
            {
                (to, shares) = (last.To, last.Shares);
            }
            run.Begin(identity, holder, Addresses.L2Bridge);
            Withdraw(run, holder, to, shares);
        }
    }

    private void Arrive(EthereumRun run, Flight flight)
    {
        flight.Arrived = run.Height;
        Move(run, EvmAddress.Zero, flight.To, flight.Shares);
        run.Emit(Addresses.L2Vault, BridgeEvents.Mint, flight.To, flight.Shares);
        run.Emit(Addresses.L2Bridge, BridgeEvents.DepositFinalized, Moved(flight, Addresses.Vault, Addresses.L2Vault));
        run.Emit(
            Addresses.L2Bridge,
            BridgeEvents.ERC20BridgeFinalized,
            Moved(flight, Addresses.L2Vault, Addresses.Vault)
        );
        run.Emit(Addresses.L2Messenger, BridgeEvents.RelayedMessage, flight.Message.Hash);
    }

    private void Withdraw(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 shares)
    {
        var message = new BridgeMessage(isDeposit: false, _withdrawals.Count, from, to, shares);
        var flight = new Flight(message, from, to, shares, run.Height);
        _withdrawals.Add(flight);
        Move(run, from, EvmAddress.Zero, shares);
        run.Emit(Addresses.L2Vault, BridgeEvents.Burn, from, shares);
        run.Emit(
            Addresses.L2Bridge,
            BridgeEvents.WithdrawalInitiated,
            Moved(flight, Addresses.Vault, Addresses.L2Vault)
        );
        run.Emit(
            Addresses.L2Bridge,
            BridgeEvents.ERC20BridgeInitiated,
            Moved(flight, Addresses.L2Vault, Addresses.Vault)
        );
        run.Emit(
            Addresses.Passer,
            BridgeEvents.MessagePassed,
            message.Nonce,
            Addresses.L2Messenger,
            Addresses.L1Messenger,
            0,
            BridgeMessage.Gas,
            message.Call,
            message.Withdrawal
        );
        message.State(run, Addresses.L2Messenger);
    }

    private static object[] Moved(Flight flight, EvmAddress first, EvmAddress second) =>
        [first, second, flight.From, flight.To, flight.Shares, Array.Empty<byte>()];

    private void Move(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 shares)
    {
        Change(run, from, 0, shares);
        Change(run, to, shares, 0);
        run.Emit(Addresses.L2Vault, AbiEvents.Transfer, from, to, shares);
    }

    private void Change(EthereumRun run, EvmAddress account, UInt128 plus, UInt128 minus)
    {
        if (account != EvmAddress.Zero)
        {
            var balance = checked(_balances.GetValueOrDefault(account) + plus - minus);
            _balances[account] = balance;
            run.Records.Shares.Set(account, run.Height, balance);
        }
    }
}
