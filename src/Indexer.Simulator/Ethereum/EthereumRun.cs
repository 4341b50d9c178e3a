namespace Indexer.Simulator.Ethereum;

/// <summary>The execution of one block: its transactions and logs.</summary>
internal sealed class EthereumRun(EthereumRecords records, long height, ulong time)
{
    public EthereumRecords Records { get; } = records;

    public long Height { get; } = height;

    public ulong Time { get; } = time;

    public List<EthereumTransaction> Transactions { get; } = [];

    public List<EthereumLog> Logs { get; } = [];

    public EvmAddress Sender => Transactions[^1].From;

    public string TransactionHash => Hex.Encode(Transactions[^1].Hash);

    /// <summary>Begins a transaction; the logs that follow are its.</summary>
    /// <param name="identity">What the transaction is, whatever block it is in.</param>
    /// <param name="from">The sender.</param>
    /// <param name="to">The called contract.</param>
    /// <param name="input">What it is called with.</param>
    public void Begin(ulong identity, EvmAddress from, EvmAddress to, byte[]? input = null)
    {
        Transactions.Add(
            new(
                Digests.Keccak256(Digests.Of("tx", identity, from, to)),
                from,
                to,
                identity % 100_000,
                Transactions.Count,
                input ?? []
            )
        );
    }

    /// <summary>Emits a log of the transaction.</summary>
    /// <returns>The log's index in the block.</returns>
    public int Emit(EvmAddress contract, AbiEvent abiEvent, params object[] values)
    {
        var (topics, data) = abiEvent.Encode(values);
        var transaction = Transactions[^1];
        Logs.Add(new(contract, topics, data, Logs.Count, transaction.Index, transaction.Hash));
        Records.CountLog(Height, $"{Addresses.Role(contract)}.{abiEvent.Name}");
        return Logs.Count - 1;
    }
}
