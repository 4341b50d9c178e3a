using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.Domain;

namespace Indexer.Evm.Tests;

/// <summary>Roots and hashes against public vectors of other implementations.</summary>
public sealed class ReceiptTests
{
    private static readonly BlockRef Block = new(1, new byte[32]);

    /// <summary>
    /// The receipts of a block of OP Goerli (a deposit of the Regolith upgrade first, whose nonce is stated and not hashed) and
    /// their root: the vector by which op-reth proves its receipts root.
    /// </summary>
    [Fact]
    public void The_receipts_of_a_rollup_block_hash_to_its_root()
    {
        var receipts = Regolith();

        var root = EvmReceipt.RootOf(Read(receipts));

        Assert.Equal("e255fed45eae7ede0556fe4fabc77b0d294d18781a5a581cab09127bc4cd9ffb", Hex(root));
        Assert.Equal([0, 3, 3, 7, 3], Read(receipts).Select(receipt => receipt.Logs.Count));
        Assert.Equal(Enumerable.Range(0, 16), Read(receipts).SelectMany(r => r.Logs).Select(log => log.LogIndex));
    }

    /// <summary>The vector of op-alloy for a deposit since the Canyon upgrade: nonce 4012991, version 1, no logs.</summary>
    [Fact]
    public void A_deposit_since_Canyon_hashes_its_nonce_and_version()
    {
        var receipt = Regolith()[0]!.AsObject();
        receipt["depositReceiptVersion"] = "0x1";

        var encoded = Read([receipt.DeepClone()])[0].Encoded;

        var bloom = new string('0', 512);
        Assert.Equal($"7ef9010d0182b741b90100{bloom}c0833d3bbf01", Hex(encoded));
    }

    [Fact]
    public void A_receipt_of_type_1_hashes_with_its_type()
    {
        var receipt = new JsonObject
        {
            ["transactionHash"] = Zeros(32),
            ["type"] = "0x1",
            ["status"] = "0x1",
            ["cumulativeGasUsed"] = "0x18eb4",
            ["logs"] = new JsonArray(Log(Zeros(20), [], "0x")),
        };

        // Vector of reth; its filter is not that of the log.
        receipt["logsBloom"] = "0x" + new string('0', 511) + "1";
        Assert.Equal(
            "fe70ae4a136d98944951b2123859698d59ad251a381abc9960fa81cae3d0d4a0",
            Hex(EvmReceipt.RootOf(Read([receipt])))
        );
    }

    [Fact]
    public void No_receipts_are_the_empty_trie() =>
        Assert.Equal("56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421", Hex(EvmReceipt.RootOf([])));

    public static TheoryData<string, Action<JsonArray>> Forgeries() =>
        new()
        {
            { "a log left out", receipts => receipts[1]!["logs"]!.AsArray().RemoveAt(1) },
            { "a log added", receipts => receipts[2]!["logs"]!.AsArray().Add(receipts[1]!["logs"]![0]!.DeepClone()) },
            { "a receipt left out", receipts => receipts.RemoveAt(4) },
            { "data altered", receipts => receipts[3]!["logs"]![2]!["data"] = "0x01" },
            { "a topic altered", receipts => receipts[3]!["logs"]![0]!["topics"]![0] = Zeros(32) },
            { "a contract altered", receipts => receipts[3]!["logs"]![0]!["address"] = Zeros(20) },
            { "a failure told as success", receipts => receipts[0]!["status"] = "0x0" },
            { "gas altered", receipts => receipts[0]!["cumulativeGasUsed"] = "0x1" },
            { "a type altered", receipts => receipts[4]!["type"] = "0x1" },
        };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void Another_receipt_is_another_root(string what, Action<JsonArray> forge)
    {
        var receipts = Regolith();
        var before = EvmReceipt.RootOf(Read(receipts));
        forge(receipts);

        Assert.False(before.AsSpan().SequenceEqual(EvmReceipt.RootOf(Read(receipts))), what);
    }

    [Theory]
    [InlineData("transactionHash", null)]
    [InlineData("logs", "0x")]
    [InlineData("status", "0xg")]
    [InlineData("type", "0x80")]
    [InlineData("logsBloom", "0x00")]
    public void A_malformed_receipt_is_refused(string field, string? value)
    {
        var receipts = Regolith();
        receipts[1]![field] = value;

        Assert.Throws<EvmNodeException>(() => Read(receipts));
    }

    /// <summary>Ethereum's block 0, known to every client.</summary>
    [Fact]
    public void The_genesis_header_of_Ethereum_has_its_hash()
    {
        const string empty = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
        var header = new JsonObject
        {
            ["parentHash"] = Zeros(32),
            ["sha3Uncles"] = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
            ["miner"] = Zeros(20),
            ["stateRoot"] = "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544",
            ["transactionsRoot"] = empty,
            ["receiptsRoot"] = empty,
            ["logsBloom"] = Zeros(256),
            ["difficulty"] = "0x400000000",
            ["number"] = "0x0",
            ["gasLimit"] = "0x1388",
            ["gasUsed"] = "0x0",
            ["timestamp"] = "0x0",
            ["extraData"] = "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa",
            ["mixHash"] = Zeros(32),
            ["nonce"] = "0x0000000000000042",
        };

        using var document = JsonDocument.Parse(header.ToJsonString());

        Assert.Equal(
            "d4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3",
            Hex(HeaderHash.Of(document.RootElement, "block 0"))
        );
    }

    private static JsonArray Regolith()
    {
        using var stream = typeof(ReceiptTests).Assembly.GetManifestResourceStream("regolith-receipts.json")!;
        var receipts = JsonNode.Parse(stream)!.AsArray();
        foreach (var receipt in receipts.Cast<JsonObject>())
        {
            var bloom = new byte[LogBloom.Length];
            foreach (var log in receipt["logs"]!.AsArray().Cast<JsonObject>())
            {
                Complete(log);
                foreach (
                    var bit in log["topics"]!
                        .AsArray()
                        .Prepend(log["address"])
                        .SelectMany(value =>
                            LogBloom.BitsOf(Convert.FromHexString(value!.GetValue<string>().AsSpan(2)))
                        )
                )
                {
                    bloom[LogBloom.Length - 1 - bit / 8] |= (byte)(1 << (bit % 8));
                }
            }

            receipt["logsBloom"] = "0x" + Hex(bloom);
        }

        return receipts;
    }

    private static JsonObject Log(string address, string[] topics, string data)
    {
        var log = new JsonObject
        {
            ["address"] = address,
            ["topics"] = new JsonArray([.. topics.Select(topic => JsonValue.Create(topic))]),
            ["data"] = data,
        };
        Complete(log);
        return log;
    }

    /// <summary>What a node states beside a log and the trie does not hold.</summary>
    private static void Complete(JsonObject log)
    {
        (log["blockNumber"], log["blockHash"]) = ("0x1", Zeros(32));
        (log["transactionHash"], log["transactionIndex"], log["logIndex"]) = (Zeros(32), "0x0", "0x0");
    }

    private static List<EvmReceipt> Read(JsonArray receipts)
    {
        using var document = JsonDocument.Parse(receipts.ToJsonString());
        return EvmReceipt.ReadAll(document.RootElement, Block);
    }

    private static string Zeros(int bytes) => "0x" + new string('0', 2 * bytes);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
