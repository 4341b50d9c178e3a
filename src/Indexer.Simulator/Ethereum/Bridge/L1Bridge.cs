namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>The bridge on Ethereum: its escrow, the portal and the messenger.</summary>
internal sealed class L1Bridge(VaultContract vault)
{
    private readonly List<Flight> _deposits = [];
    private readonly List<Flight> _withdrawals = [];

    /// <summary>What was sent to the L2, in order.</summary>
    public IReadOnlyList<Flight> Deposits => _deposits;

    /// <summary>Shares are locked, and a message is handed to the L2.</summary>
    public void Send(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 shares)
    {
        vault.Transfer(run, from, Addresses.L1Bridge, shares);
        var flight = new Flight(new(isDeposit: true, _deposits.Count, from, to, shares), from, to, shares, run.Height);
        _deposits.Add(flight);
        object[] move = Move(flight);
        run.Emit(Addresses.L1Bridge, BridgeEvents.ERC20DepositInitiated, move);
        run.Emit(Addresses.L1Bridge, BridgeEvents.ERC20BridgeInitiated, move);
        run.Emit(
            Addresses.Portal,
            BridgeEvents.TransactionDeposited,
            Addresses.L1Messenger,
            Addresses.L2Messenger,
            0,
            flight.Message.Call
        );
        flight.Message.State(run, Addresses.L1Messenger);
    }

    /// <summary>Learns of withdrawals that the L2 initiated.</summary>
    public void Hear(IEnumerable<Flight> withdrawals) => _withdrawals.AddRange(withdrawals);

    /// <summary>Withdrawals that wait for their proof, or their end.</summary>
    public IReadOnlyList<Flight> Waiting(bool proven) =>
        [.. _withdrawals.Where(flight => flight.Arrived is null && flight.Proven is not null == proven)];

    /// <summary>Proves a withdrawal.</summary>
    public static void Prove(EthereumRun run, Flight flight)
    {
        flight.Proven = run.Height;
        run.Emit(
            Addresses.Portal,
            BridgeEvents.WithdrawalProven,
            flight.Message.Withdrawal,
            Addresses.L2Messenger,
            Addresses.L1Messenger
        );
    }

    /// <summary>Releases what a withdrawal says.</summary>
    public void Finalize(EthereumRun run, Flight flight)
    {
        flight.Arrived = run.Height;
        vault.Transfer(run, Addresses.L1Bridge, flight.To, flight.Shares);
        object[] move = Move(flight);
        run.Emit(Addresses.L1Bridge, BridgeEvents.ERC20WithdrawalFinalized, move);
        run.Emit(Addresses.L1Bridge, BridgeEvents.ERC20BridgeFinalized, move);
        run.Emit(Addresses.L1Messenger, BridgeEvents.RelayedMessage, flight.Message.Hash);
        run.Emit(Addresses.Portal, BridgeEvents.WithdrawalFinalized, flight.Message.Withdrawal, true);
    }

    private static object[] Move(Flight flight) =>
        [Addresses.Vault, Addresses.L2Vault, flight.From, flight.To, flight.Shares, Array.Empty<byte>()];
}
