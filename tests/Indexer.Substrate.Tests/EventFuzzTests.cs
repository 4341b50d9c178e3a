using System.Globalization;
using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Tests;

/// <summary>
/// Random and mutated events of every kind: they are decoded to the last byte, or refused by an error that names pallet, event and offset, and
/// neither takes much memory. EVENT_FUZZ names a number of blobs for a long run, EVENT_FUZZ_METADATA a file with the metadata of another runtime.
/// </summary>
public sealed class EventFuzzTests(RealRuntimes runtimes) : IClassFixture<RealRuntimes>
{
    private const long MostBytes = 16 << 20;
    private const int Kept = 4096;

    [Fact]
    public async Task Random_and_mutated_events_are_decoded_or_refused_by_name_and_offset()
    {
        var metadata = Environment.GetEnvironmentVariable("EVENT_FUZZ_METADATA") is { } file
            ? await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)
            : RealRuntimes.Bytes((await runtimes.GetAsync("kusama")).GetProperty("metadata"));
        var blobs = Environment.GetEnvironmentVariable("EVENT_FUZZ") is { } number
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : 20_000;
        var outcome = Run(RuntimeMetadata.Parse(metadata), blobs);
        TestContext.Current.TestOutputHelper!.WriteLine(outcome.ToString());
        Assert.True(outcome.Decoded > blobs / 100, $"{outcome}: hardly a blob was decoded.");
        Assert.True(outcome.Refused > blobs / 100, $"{outcome}: hardly a blob was refused.");
        Assert.True(outcome.Kinds * 5 > outcome.AllKinds, $"{outcome}: less than a fifth of the kinds were decoded.");
    }

    private static Outcome Run(RuntimeMetadata metadata, int blobs)
    {
        var decoder = new EventDecoder(metadata, (_, _) => true);
        var kinds = metadata
            .Pallets.SelectMany(pallet =>
                pallet.Events.Select(variant =>
                    (Pallet: pallet.Index, variant.Index, Name: $"{pallet.Name}.{variant.Name}")
                )
            )
            .ToList();
        var random = new Random(19);
        var decodable = new List<byte[]>();
        var decodedKinds = new HashSet<string>(StringComparer.Ordinal);
        var (decoded, refused, most) = (0, 0, 0L);
        for (var blob = 0; blob < blobs; blob++)
        {
            var kind = kinds[random.Next(kinds.Count)];
            var isMutated = decodable.Count > 0 && blob % 3 == 2;
            var data = isMutated
                ? Damage.Of(decodable[random.Next(decodable.Count)], blob)
                : Record((byte)kind.Pallet, (byte)kind.Index, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var events = decoder.Decode(data);
                decoded++;
                if (!isMutated)
                {
                    var only = Assert.Single(events);
                    Assert.Equal(kind.Name, $"{only.Pallet}.{only.Name}");
                    decodedKinds.Add(kind.Name);
                    if (decodable.Count < Kept)
                    {
                        decodable.Add(data);
                    }
                }
            }
            catch (ScaleException exception)
            {
                refused++;
                Assert.True(
                    exception.Message.Contains("at offset", StringComparison.Ordinal)
                        && (
                            isMutated
                            || exception.Message.StartsWith($"Event 0 of 1 ({kind.Name}): ", StringComparison.Ordinal)
                            || exception.Message.Contains("the list of events", StringComparison.Ordinal)
                        ),
                    $"Blob {blob} of {kind.Name}, {Convert.ToHexString(data)}: {exception.Message}"
                );
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(
                most <= MostBytes,
                $"Blob {blob} of {kind.Name} took {most} bytes: {Convert.ToHexString(data)}"
            );
        }

        return new Outcome(blobs, decoded, refused, decodedKinds.Count, kinds.Count, most);
    }

    /// <summary>One event of an extrinsic: random fields, of which many are small or zero so that counts and choices are often real, and no topics.</summary>
    private static byte[] Record(byte pallet, byte kind, Random random)
    {
        var fields = new byte[
            random.Next(
                random.Next(4) switch
                {
                    0 => 8,
                    1 => 40,
                    2 => 120,
                    _ => 400,
                }
            )
        ];
        random.NextBytes(fields);
        var mask = random.Next(4) switch
        {
            0 => 0,
            1 => 0b111,
            2 => 0b1_1111,
            _ => 0xFF,
        };
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] &= (byte)mask;
        }

        byte[] data = [4, 0, 1, 0, 0, 0, pallet, kind, .. fields, 0];
        return Trimmed(data, random);
    }

    /// <summary>Random fields are mostly too long; a blob of zeros that ends where the event does is found by one of these cuts.</summary>
    private static byte[] Trimmed(byte[] data, Random random) =>
        random.Next(2) == 0 ? data : data[..random.Next(8, data.Length + 1)];

    private sealed record Outcome(int Blobs, int Decoded, int Refused, int Kinds, int AllKinds, long MostBytes);
}
