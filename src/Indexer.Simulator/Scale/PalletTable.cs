namespace Indexer.Simulator.Scale;

/// <summary>One pallet of a runtime: its place, and its events, calls, storage and constants as table text.</summary>
internal sealed record PalletTable(string Name, byte Index, string Crate)
{
    public string Events { get; init; } = "";

    public string Calls { get; init; } = "";

    /// <summary>Plain storage items: name, type expression, modifier (0 optional, 1 default) and the default's bytes.</summary>
    public IReadOnlyList<(string Name, string Type, byte Modifier, byte[] Default)> Storage { get; init; } = [];

    public IReadOnlyList<(string Name, string Type, object Value)> Constants { get; init; } = [];
}
