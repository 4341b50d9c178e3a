namespace Indexer.Simulator.Scale;

/// <summary>A storage item: its name, type expression, modifier (0 optional, 1 default), the default's bytes, and a map's keys.</summary>
internal sealed record StorageItem(string Name, string Type, byte Modifier, byte[] Default)
{
    /// <summary>The hashers and types of a map's keys; empty for a plain value.</summary>
    public IReadOnlyList<(StorageHasher Hasher, string Type)> Keys { get; init; } = [];

    /// <summary>One key's type, or the tuple of several.</summary>
    public string KeyType => Keys.Count == 1 ? Keys[0].Type : $"({string.Join(',', Keys.Select(key => key.Type))})";

    public static StorageItem Optional(string name, string type, params (StorageHasher, string)[] keys) =>
        new(name, type, 0, [0]) { Keys = keys };

    public static StorageItem Defaulted(string name, string type, int size, params (StorageHasher, string)[] keys) =>
        new(name, type, 1, new byte[size]) { Keys = keys };
}
