using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Plans;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Chain;

/// <summary>One version of a chain's runtime, ready to decode the blocks that it executed. Immutable.</summary>
public sealed class SubstrateRuntime
{
    private readonly TypePlans types;

    /// <summary>Prepares a runtime.</summary>
    /// <param name="specVersion">The version.</param>
    /// <param name="metadata">What it says of itself.</param>
    /// <param name="isWanted">Whether an event (pallet, name) is to be decoded.</param>
    /// <param name="isWantedCall">Whether a call (pallet, name) is to be decoded.</param>
    /// <param name="fieldNames">The names of an event's fields, for runtimes that do not name them; none when null.</param>
    /// <exception cref="MetadataException">The metadata cannot be used.</exception>
    public SubstrateRuntime(
        int specVersion,
        RuntimeMetadata metadata,
        Func<string, string, bool> isWanted,
        Func<string, string, bool> isWantedCall,
        Func<string, string, IReadOnlyList<string>?>? fieldNames = null
    )
    {
        SpecVersion = specVersion;
        Metadata = metadata;
        types = new TypePlans(metadata);
        Decoder = new EventDecoder(metadata, types, isWanted, fieldNames);
        Marks = new EventDecoder(metadata, types, DispatchMarks.Contains);
        Calls = new CallDecoder(metadata, types, isWantedCall);
        Text = new CallText(metadata, types);
        Timestamp = new TimestampCall(metadata);
    }

    /// <summary>The version.</summary>
    public int SpecVersion { get; }

    /// <summary>What it says of itself.</summary>
    public RuntimeMetadata Metadata { get; }

    /// <summary>Decodes the events.</summary>
    public EventDecoder Decoder { get; }

    /// <summary>Decodes the events that tell which calls were carried out.</summary>
    public EventDecoder Marks { get; }

    /// <summary>Whether it ends each item of a batch with an event.</summary>
    public bool EndsItems =>
        Metadata.FindPallet("Utility")?.Events.Any(raised => raised.Name == "ItemCompleted") ?? false;

    /// <summary>Decodes calls.</summary>
    public CallDecoder Calls { get; }

    /// <summary>Writes calls for people.</summary>
    public CallText Text { get; }

    /// <summary>Finds the time of a block.</summary>
    public TimestampCall Timestamp { get; }

    /// <summary>A constant of a pallet; null when the runtime has none of the name.</summary>
    /// <exception cref="MetadataException">The constant's bytes do not fit its type.</exception>
    public ScaleValue? Constant(string pallet, string name) =>
        Metadata.FindPallet(pallet)?.Constants.FirstOrDefault(constant => constant.Name == name) is { } found
            ? Decode(found.Type, found.Value, $"the constant {pallet}.{name}")
            : null;

    /// <summary>A storage entry; null when the runtime has none of the name.</summary>
    public StorageEntry? FindStorage(string pallet, string entry) =>
        Metadata.FindPallet(pallet)?.Storage.FirstOrDefault(candidate => candidate.Name == entry);

    /// <summary>Decodes a value of a storage entry.</summary>
    /// <exception cref="MetadataException">The bytes do not fit the entry's type.</exception>
    public ScaleValue DecodeStorage(StorageEntry entry, byte[] value) =>
        Decode(entry.Value, value, $"a value of {entry.Prefix}.{entry.Name}");

    /// <summary>Decodes a value of a storage entry; null when the bytes do not fit.</summary>
    internal ScaleValue? TryDecodeStorage(StorageEntry entry, byte[] value)
    {
        try
        {
            return DecodeStorage(entry, value);
        }
        catch (MetadataException)
        {
            return null;
        }
    }

    /// <summary>The name of a pallet's error, such as Balances.InsufficientBalance; null when the runtime has no such error.</summary>
    public string? ErrorName(int pallet, int error) =>
        Metadata.Pallets.FirstOrDefault(candidate => candidate.Index == pallet) is { } found
        && found.Errors.FirstOrDefault(candidate => candidate.Index == error) is { } named
            ? $"{found.Name}.{named.Name}"
            : null;

    private ScaleValue Decode(int type, byte[] value, string what)
    {
        try
        {
            var reader = new ScaleReader(value);
            var decoded = types[type].Decode(ref reader, 0);
            reader.End(what);
            return decoded;
        }
        catch (ScaleException exception)
        {
            throw new MetadataException($"Runtime {SpecVersion}: {what}: {exception.Message}", exception);
        }
    }
}
