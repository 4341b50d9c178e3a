namespace Indexer.Simulator;

/// <summary>The books of the Ethereum network after the block <see cref="Height"/>, kept by the simulated contracts themselves.</summary>
public sealed class EthereumBooks
{
    private readonly EthereumRecords _records;

    internal EthereumBooks(EthereumRecords records, long height)
    {
        _records = records;
        Height = height;
    }

    /// <summary>The block after which the books stand.</summary>
    public long Height { get; }

    /// <summary>The vault; null before its deployment.</summary>
    public VaultBook? Vault => _records.Vault.TryAt(0, Height, out var vault) ? vault : null;

    /// <summary>vPHA shares in 10^-18 by account; accounts that once held some stay with zero.</summary>
    public IReadOnlyDictionary<EvmAddress, UInt128> Shares =>
        _records
            .Shares.At(Height)
            .OrderBy(entry => entry.Key.Hex, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The open unlock requests, by owner in the order of the contract's list.</summary>
    public IReadOnlyList<UnlockRequestBook> Requests =>
        [.. _records.Requests.At(Height).SelectMany(entry => entry.Value)];

    /// <summary>All settlements of streamed rewards up to this block.</summary>
    public IReadOnlyList<VaultSettlement> Settlements =>
        [.. _records.Settlements.TakeWhile(settlement => settlement.Height <= Height)];

    /// <summary>All movements in the vault up to this block, in chain order.</summary>
    public IReadOnlyList<VaultMove> Moves => [.. _records.Moves.TakeWhile(move => move.Height <= Height)];

    /// <summary>All claims of parachain holdings up to this block, in chain order.</summary>
    public IReadOnlyList<ClaimBook> Claims => [.. _records.Claims.TakeWhile(claim => claim.Height <= Height)];

    /// <summary>How many logs of each "role.Event" were emitted up to this block, foreign contracts as "foreign.Event".</summary>
    public IReadOnlyDictionary<string, int> LogCounts => _records.CountLogs(Height);
}
