using System.Numerics;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Evm.Abi;
using Indexer.TestKit;

namespace Indexer.Evm.Tests;

public sealed class AbiDecodingTests
{
    private static readonly AbiEvent Transfer = AbiEvent.Parse(
        "Transfer(address indexed from, address indexed to, uint256 value)"
    );
    private static readonly byte[] Alice = Address(0xa1);
    private static readonly byte[] Bob = Address(0xb0);

    [Theory]
    [InlineData(1)]
    [InlineData(2035)]
    public async Task Random_events_encoded_by_ethers_are_decoded_to_the_same_values(int seed)
    {
        var output = await NodePackages.RunAsync(
            "abi-events.mjs",
            $$"""{"seed":{{seed}},"count":400}""",
            TestContext.Current.CancellationToken
        );
        foreach (var sample in JsonNode.Parse(output)!.AsArray().Select(sample => sample!))
        {
            var definition = AbiEvent.Parse((string)sample["declaration"]!);
            var topics = sample["topics"]!.AsArray().Select(topic => Bytes((string)topic!)).ToList();

            var decoded = definition.Decode(topics, Bytes((string)sample["data"]!));

            Assert.Equal((string)sample["signature"]!, definition.Signature);
            var shown = new JsonArray([.. decoded.Values.Select(Show)]);
            Assert.True(
                JsonNode.DeepEquals(sample["values"], shown),
                $"{definition}: {shown.ToJsonString()} instead of {sample["values"]!.ToJsonString()}"
            );
        }
    }

    [Fact]
    public void Values_are_read_by_name_and_type()
    {
        var transfer = Transfer.Decode([Transfer.Topic0, Alice, Bob], Word(5));

        Assert.Equal("Transfer", transfer.Name);
        Assert.Equal(new AccountId(Alice.AsSpan(12)), transfer.Address("from"));
        Assert.Equal(new AccountId(Bob.AsSpan(12)), transfer.Address("to"));
        Assert.Equal(5, transfer.UInt256("value"));
        Assert.Contains(
            "no parameter amount",
            Assert.Throws<ArgumentException>(() => transfer.UInt256("amount")).Message
        );
        Assert.Contains("value is uint256", Assert.Throws<ArgumentException>(() => transfer.Address("value")).Message);
    }

    [Fact]
    public void The_number_of_topics_tells_events_of_one_hash_apart()
    {
        var plain = AbiEvent.Parse("Withdrawn(address user, uint256 amount)");
        var indexed = AbiEvent.Parse("Withdrawn(address indexed user, uint256 amount)");
        var log = new EvmLog(
            new AccountId(Alice.AsSpan(12)),
            [plain.Topic0, Alice],
            Word(5),
            7,
            new byte[32],
            new byte[32],
            3,
            1
        );

        Assert.Equal(plain.Topic0, indexed.Topic0);
        Assert.False(plain.Matches(log));
        Assert.True(indexed.Matches(log));
        Assert.Equal(5, indexed.Decode(log).UInt256("amount"));
        Assert.Contains("Withdrawn: 1 topics", Assert.Throws<AbiException>(() => plain.Decode(log)).Message);
    }

    [Theory]
    [InlineData("address", 11, "upper 12 bytes of an address")]
    [InlineData("bool", 30, "neither 0 nor 1")]
    [InlineData("uint248", 0, "outside of the range of uint248")]
    [InlineData("int248", 0, "outside of the range of int248")]
    [InlineData("bytes31", 31, "behind a bytes31")]
    public void Bits_that_do_not_belong_to_a_value_are_refused_with_event_field_and_log(
        string type,
        int at,
        string problem
    )
    {
        var definition = AbiEvent.Parse($"E({type} indexed a, {type} b)");
        var dirty = new byte[32];
        dirty[at] = 1;

        var topic = Assert.Throws<AbiException>(() =>
            definition.Decode([definition.Topic0, dirty], new byte[32], "log 5")
        );
        var data = Assert.Throws<AbiException>(() =>
            definition.Decode([definition.Topic0, new byte[32]], dirty, "log 5")
        );

        Assert.StartsWith("E.a: ", topic.Message);
        Assert.StartsWith("E.b: ", data.Message);
        Assert.Contains(problem, data.Message);
        Assert.EndsWith(" in log 5.", data.Message);
    }

    [Fact]
    public void A_bool_of_two_is_refused()
    {
        var definition = AbiEvent.Parse("E(bool a)");

        Assert.Throws<AbiException>(() => definition.Decode([definition.Topic0], Word(2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void Data_cut_short_names_the_field(int length)
    {
        var error = Assert.Throws<AbiException>(() => Transfer.Decode([Transfer.Topic0, Alice, Bob], new byte[length]));

        Assert.StartsWith("Transfer.value: 32 bytes at 0 are outside of", error.Message);
    }

    [Fact]
    public void Offsets_and_lengths_beyond_the_data_are_refused()
    {
        var definition = AbiEvent.Parse("E(uint256[] a)");
        var huge = Enumerable.Repeat((byte)0xff, 32).ToArray();
        byte[][] wrong =
        [
            huge,
            Word(64),
            [.. Word(32), .. huge],
            [.. Word(32), .. Word(64)],
            [.. Word(32), .. Word(1)],
            [.. Word(33), .. Word(0)],
            [.. Word(1L << 40), .. Word(0)],
        ];

        Assert.All(
            wrong,
            data =>
                Assert.StartsWith(
                    "E.a: ",
                    Assert.Throws<AbiException>(() => definition.Decode([definition.Topic0], data)).Message
                )
        );
    }

    [Fact]
    public void Offsets_that_all_point_to_one_place_cannot_multiply_the_data()
    {
        // Each of six levels refers twenty times to the next one: 4 kB that would unfold to 20^6 numbers.
        var definition = AbiEvent.Parse("E(uint256[][][][][][] a)");
        var data = new List<byte>(Word(32));
        for (var level = 0; level < 6; level++)
        {
            data.AddRange(Word(20));
            data.AddRange(Enumerable.Repeat(Word(20 * 32), 20).SelectMany(word => word));
        }

        var error = Assert.Throws<AbiException>(() => definition.Decode([definition.Topic0], [.. data]));

        Assert.Contains("overlap", error.Message);
    }

    [Fact]
    public void Any_bytes_are_decoded_or_refused_and_nothing_else()
    {
        var definitions = new[]
        {
            "E(bytes a, string b)",
            "E(uint256[] a, bool[2][] b)",
            "E((address a, bytes[] b)[] x, int8 y)",
            "E(string[][] a)",
        }
            .Select(AbiEvent.Parse)
            .ToList();
        // Small words make plausible offsets and lengths.
        var word = Gen.OneOf(Gen.Choose(0, 12).Select(n => Word(32L * n)), Gen.Choose(0, 300).Select(n => Word(n)));
        var data = Gen.ArrayOf(word).Select(words => words.SelectMany(w => w).ToArray());
        Prop.ForAll(
                data.ToArbitrary(),
                Gen.Elements<AbiEvent>(definitions).ToArbitrary(),
                Gen.Choose(0, 31).ToArbitrary(),
                (bytes, definition, cut) =>
                {
                    try
                    {
                        var taken = bytes[..Math.Max(0, bytes.Length - cut)];
                        return definition.Decode([definition.Topic0], taken).Values.Sum(Count) <= taken.Length;
                    }
                    catch (AbiException exception)
                    {
                        return exception.Message.StartsWith("E.", StringComparison.Ordinal);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60));
    }

    private static int Count(object value) => value is IReadOnlyList<object> list ? list.Sum(Count) : 1;

    private static JsonNode Show(object value) =>
        value switch
        {
            BigInteger number => number.ToString(),
            AccountId account => EvmAddress.Format(account),
            bool flag => flag,
            byte[] bytes => "0x" + Convert.ToHexStringLower(bytes),
            string text => text,
            IReadOnlyList<object> list => new JsonArray([.. list.Select(Show)]),
            _ => throw new InvalidOperationException(value.GetType().Name),
        };

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.AsSpan(2));

    private static byte[] Word(long value)
    {
        var word = new byte[32];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(word.AsSpan(24), value);
        return word;
    }

    private static byte[] Address(byte last) => Word(last);
}
