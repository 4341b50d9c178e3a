namespace Indexer.Simulator.Scale;

/// <summary>One pallet of a runtime: its place, and its events, calls, errors, storage and constants as table text.</summary>
internal sealed record PalletTable(string Name, byte Index, string Crate)
{
    public string Events { get; init; } = "";

    public string Calls { get; init; } = "";

    public string Errors { get; init; } = "";

    public IReadOnlyList<StorageItem> Storage { get; init; } = [];

    public IReadOnlyList<(string Name, string Type, object? Value)> Constants { get; init; } = [];
}
