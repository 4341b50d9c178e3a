namespace Indexer.Domain;

/// <summary>What one network knows of the bridge between Ethereum and Phala's L2, as handlers read it.</summary>
public sealed class BridgeState
{
    private readonly StateTable<(long, int), BridgeTransfer> transfers = new(row => (row.EventHeight, row.EventIndex));
    private readonly StateTable<string, BridgeWithdrawal> withdrawals = new(row => Key(row.WithdrawalHash));
    private readonly StateTable<string, BridgeFailure> failures = new(row => Key(row.MessageHash));
    private readonly StateIndex<(BridgeDirection, string), (long, int), BridgeTransfer> byMessage;

    internal BridgeState() => byMessage = new(transfers, row => (row.Direction, Key(row.Message)));

    /// <summary>Transfers, by the height and index of the log that stated them.</summary>
    public IStateTable<(long Height, int Index), BridgeTransfer> Transfers => transfers;

    /// <summary>The versioned tables, for loading and committing.</summary>
    public IReadOnlyList<IVersionedTable> Tables => [transfers, withdrawals, failures];

    /// <summary>How many transfers with a message there are.</summary>
    public int CountOf(BridgeDirection direction, byte[] message) => byMessage.Find((direction, Key(message))).Count;

    /// <summary>What is known of a withdrawal; nothing yet when it is new.</summary>
    public BridgeWithdrawal Withdrawal(byte[] hash) =>
        withdrawals.Find(Key(hash)) ?? new BridgeWithdrawal { WithdrawalHash = hash };

    private static string Key(byte[] hash) => Convert.ToHexStringLower(hash);
}
