using System.Text.Json;
using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Tests;

/// <summary>Compares metadata with what the oracles in tests/oracles read from it.</summary>
internal static class StatedMetadata
{
    /// <summary>Every pallet, with its events, calls, errors, constants and storage.</summary>
    /// <param name="oracle">What the oracle says.</param>
    /// <param name="hasTypeIds">Whether types have the oracle's numbers: those of a registry in the metadata.</param>
    public static void Check(JsonElement oracle, bool hasTypeIds)
    {
        var metadata = RuntimeMetadata.Parse(RealRuntimes.Bytes(oracle.GetProperty("metadata")));
        var expected = oracle.GetProperty("pallets").EnumerateArray().ToList();
        Assert.Equal(expected.Count, metadata.Pallets.Count);
        foreach (var (pallet, stated) in metadata.Pallets.Zip(expected))
        {
            Assert.Equal(stated.GetProperty("name").GetString(), pallet.Name);
            Assert.Equal(stated.GetProperty("index").GetInt32(), pallet.Index);
            Assert.Equal(Strings(stated, "events"), pallet.Events.Select(item => $"{item.Index} {item.Name}"));
            Assert.Equal(Strings(stated, "calls"), pallet.Calls.Select(item => $"{item.Index} {item.Name}"));
            Assert.Equal(Strings(stated, "errors"), pallet.Errors.Select(item => $"{item.Index} {item.Name}"));
            Assert.Equal(Strings(stated, "constants"), pallet.Constants.Select(item => Describe(item, hasTypeIds)));
            Assert.Equal(Strings(stated, "storage"), pallet.Storage.Select(item => Describe(item, hasTypeIds)));
        }
    }

    private static string[] Strings(JsonElement pallet, string name) =>
        [.. pallet.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static string Describe(PalletConstant constant, bool hasTypeIds)
    {
        var type = hasTypeIds ? $" {constant.Type}" : "";
        return $"{constant.Name}{type} 0x{Convert.ToHexStringLower(constant.Value)}";
    }

    private static string Describe(StorageEntry entry, bool hasTypeIds)
    {
        var modifier = entry.IsOptional ? "Optional" : "Default";
        var type =
            !hasTypeIds ? ""
            : entry.Key is null ? $" {entry.Value}"
            : $" {entry.Key}>{entry.Value}";
        return $"{entry.Prefix}.{entry.Name} {modifier} {string.Join('+', entry.Hashers)}{type}";
    }
}
