using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Chain;

/// <summary>
/// Finds the time of a block: the argument of the unsigned extrinsic <c>Timestamp.set</c> that the author of each block
/// but genesis puts into it.
/// </summary>
public sealed class TimestampCall
{
    private readonly byte extrinsicVersion;
    private readonly byte pallet;
    private readonly byte call;

    /// <summary>Looks up the call.</summary>
    /// <param name="metadata">The runtime that executed the blocks.</param>
    /// <exception cref="MetadataException">The runtime has no call Timestamp.set.</exception>
    public TimestampCall(RuntimeMetadata metadata)
    {
        var timestamp = metadata.FindPallet("Timestamp");
        var set =
            timestamp?.Calls.FirstOrDefault(candidate => candidate.Name == "set")
            ?? throw new MetadataException("The runtime has no call Timestamp.set, so that its blocks have no time.");
        extrinsicVersion = metadata.ExtrinsicVersion;
        pallet = timestamp!.Index;
        call = set.Index;
    }

    /// <summary>The time that a block states.</summary>
    /// <param name="extrinsics">The extrinsics of the block as a node gives them, each with its length before it.</param>
    /// <returns>The time in UTC; null when no extrinsic sets it.</returns>
    /// <exception cref="ScaleException">An extrinsic is cut short or the time is out of range; names the extrinsic.</exception>
    public DateTimeOffset? Find(IReadOnlyList<byte[]> extrinsics)
    {
        for (var index = 0; index < extrinsics.Count; index++)
        {
            if (Moment(extrinsics[index], index) is { } moment)
            {
                return moment;
            }
        }

        return null;
    }

    private DateTimeOffset? Moment(ReadOnlySpan<byte> extrinsic, int index)
    {
        var what = $"extrinsic {index}";
        var reader = new ScaleReader(extrinsic);
        var length = reader.Count(1, what);
        if (length != reader.Remaining)
        {
            throw reader.Error(what, $"its length is stated as {length}");
        }

        // A bare extrinsic is its version without the high bit of the signed ones, then the call.
        var isSet =
            reader.Remaining > 3 && reader.U8() == extrinsicVersion && reader.U8() == pallet && reader.U8() == call;
        if (!isSet)
        {
            return null;
        }

        var moment = reader.CompactU64(what);
        reader.End(what);
        return moment <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)moment)
            : throw reader.Error(what, $"the moment {moment} is not a time in milliseconds");
    }
}
