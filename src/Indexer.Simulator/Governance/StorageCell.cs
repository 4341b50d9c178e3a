namespace Indexer.Simulator.Governance;

/// <summary>A storage value that may have changed: its pallet, its item and its keys.</summary>
internal sealed record StorageCell(string Pallet, string Item, object? First = null, object? Second = null)
{
    public IReadOnlyList<object?> Keys =>
        (First, Second) switch
        {
            (null, _) => [],
            // The pallet keeps stakes under one key of both.
            (ulong, AccountId) => [new[] { First, Second }],
            (string hash, null) => [Hex.Decode(hash)],
            (_, null) => [First],
            _ => [First, Second],
        };
}
