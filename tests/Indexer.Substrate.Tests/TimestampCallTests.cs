using Indexer.Substrate.Chain;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Tests;

public sealed class TimestampCallTests
{
    private readonly TimestampCall timestamp = new(TestRuntime.Simple(9, 0).Metadata);

    [Fact]
    public void The_moment_of_the_first_setting_extrinsic_is_the_time()
    {
        var signed = new ScaleWriter().Bytes([0x84, TestRuntime.Timestamp, 7, 4]).ToArray();
        var otherCall = new ScaleWriter().Bytes([4, TestRuntime.Timestamp, 6, 4]).ToArray();
        var set = TestRuntime.TimestampExtrinsic(1_682_742_936_272);
        Assert.Equal(
            new DateTimeOffset(2023, 4, 29, 4, 35, 36, 272, TimeSpan.Zero),
            timestamp.Find([signed, otherCall, [0], set, TestRuntime.TimestampExtrinsic(1)])
        );
        Assert.Null(timestamp.Find([signed, otherCall]));
        Assert.Null(timestamp.Find([]));
    }

    [Fact]
    public void What_is_no_time_is_refused_by_the_extrinsic()
    {
        var never = TestRuntime.TimestampExtrinsic(ulong.MaxValue);
        Assert.Contains(
            "extrinsic 1",
            Assert
                .Throws<ScaleException>(() =>
                    timestamp.Find([
                        [0],
                        never,
                    ])
                )
                .Message
        );
        byte[] longer = [.. TestRuntime.TimestampExtrinsic(1), 0];
        Assert.Contains("length is stated as", Assert.Throws<ScaleException>(() => timestamp.Find([longer])).Message);
        var tail = new ScaleWriter().Bytes([4, TestRuntime.Timestamp, 7, 4, 0]).ToArray();
        Assert.Contains("end here", Assert.Throws<ScaleException>(() => timestamp.Find([tail])).Message);
    }

    [Fact]
    public void A_runtime_without_the_call_is_refused() =>
        Assert.Throws<MetadataException>(() => new TimestampCall(new RuntimeMetadata([], [], 4)));
}
