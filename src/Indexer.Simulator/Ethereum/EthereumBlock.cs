namespace Indexer.Simulator.Ethereum;

/// <summary>A sealed block with its logs.</summary>
internal sealed class EthereumBlock(
    long height,
    byte[] parent,
    ulong time,
    ulong salt,
    IReadOnlyList<EthereumTransaction> transactions,
    IReadOnlyList<EthereumLog> logs
)
{
    public long Height { get; } = height;

    public byte[] Parent { get; } = parent;

    public ulong Time { get; } = time;

    public IReadOnlyList<EthereumTransaction> Transactions { get; } = transactions;

    public IReadOnlyList<EthereumLog> Logs { get; } = logs;

    public byte[] Bloom { get; } = LogBloom.Of(logs);

    public byte[] Hash { get; } =
        Digests.Keccak256(
            parent,
            Digests.Of(height, time, salt),
            Digests.Keccak256([.. transactions.Select(transaction => transaction.Hash)]),
            Digests.Keccak256([.. logs.SelectMany(log => log.Topics.Append(log.Data))])
        );

    public string HashHex => Hex.Encode(Hash);
}
