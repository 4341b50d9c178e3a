namespace Indexer.Domain;

/// <summary>That a parachain has ended and its holdings are closed. It holds from the height after the last block on.</summary>
public sealed record ChainEnd : StateRow
{
    /// <summary>Height of the last block.</summary>
    public required long LastHeight { get; init; }

    /// <summary>Time of the last block, UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>
    /// Whether balances of accounts were read from the storage after the last block (System.Account, Assets.Account). Where no node
    /// listed them, what was claimed of them is a difference of its own.
    /// </summary>
    public required bool BalancesRead { get; init; }
}
