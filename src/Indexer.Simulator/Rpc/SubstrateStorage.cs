using Indexer.Simulator.Parachain;
using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Rpc;

/// <summary>The storage items that are served; every other key is empty.</summary>
internal static class SubstrateStorage
{
    private const string Events = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";
    private const string Number = "0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac";
    private const string LastUpgrade = "0x26aa394eea5630e07c48ae0c9558cef7f9cce9c888469bb1a0dceaa129672ef8";
    private const string Now = "0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb";

    public static string? Read(SimulatedParachain chain, ParachainBlock block, string key)
    {
        var value = key switch
        {
            Events => EventsOf(chain, block),
            Number => new ScaleWriter().Integer((UInt128)block.Height, 4).ToArray(),
            Now when block.Height > 0 => new ScaleWriter().Integer(block.TimeMs, 8).ToArray(),
            LastUpgrade => new ScaleWriter()
                .Compact(block.StateRuntime.SpecVersion)
                .Text(block.StateRuntime.SpecName)
                .ToArray(),
            _ => AccountStorage.Read(chain, block, key) ?? Governance(block, key),
        };
        return value is null ? null : Hex.Encode(value);
    }

    /// <summary>The keys below a prefix that have a value, in their order, after a key.</summary>
    public static IEnumerable<string> Keys(
        SimulatedParachain chain,
        ParachainBlock block,
        string prefix,
        int count,
        string? after
    )
    {
        string[] served = [Events, Number, LastUpgrade, Now];
        return block
            .State.At(block.Height)
            .Where(entry => entry.Value is not null)
            .Select(entry => entry.Key)
            .Concat(served.Where(key => block.Height > 0 || key is Number or LastUpgrade))
            .Concat(AccountStorage.Keys(chain, block))
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Where(key => after is null || string.CompareOrdinal(key, after) > 0)
            .Order(StringComparer.Ordinal)
            .Take(count);
    }

    private static byte[]? Governance(ParachainBlock block, string key) =>
        block.State.TryAt(key, block.Height, out var value) ? value : null;

    private static byte[]? EventsOf(SimulatedParachain chain, ParachainBlock block) =>
        block.Events is { } events && chain.Faults.TruncatedBlock == block.Height ? events[..^7] : block.Events;
}
