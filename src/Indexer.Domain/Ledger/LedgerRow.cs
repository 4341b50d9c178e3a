namespace Indexer.Domain;

/// <summary>
/// A fact of the append-only ledger. It names the block and the event that stated or caused it; a revert of the block
/// deletes it. Handlers leave the place of a row empty, the pipeline stamps it.
/// </summary>
public abstract record LedgerRow
{
    /// <summary>The <see cref="Index"/> of what came true with the block itself, before its first event.</summary>
    public const int IndexBeforeAll = -1;

    /// <summary>The <see cref="Index"/> of what follows from the whole block, after its last event.</summary>
    public const int IndexAfterAll = int.MaxValue;

    /// <summary>Name of the network.</summary>
    public string Network { get; init; } = "";

    /// <summary>Height of the block.</summary>
    public long Height { get; init; }

    /// <summary>
    /// Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself,
    /// before its first event, 2147483647 for what the end of the chain made of it.
    /// </summary>
    public int Index { get; init; }

    /// <summary>Distinguishes several rows of one event, counted from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Time of the block, UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>
    /// Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as
    /// explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.
    /// </summary>
    public byte[]? Transaction { get; init; }

    /// <summary>Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.</summary>
    public int? Extrinsic { get; init; }

    /// <summary>Whether the row keeps the hash of its extrinsic: not where there is one for every block, which nobody sent.</summary>
    internal virtual bool KeepsExtrinsicHash => true;

    /// <summary>The accounts that the row names.</summary>
    internal virtual IEnumerable<AccountId> Accounts => [];
}
