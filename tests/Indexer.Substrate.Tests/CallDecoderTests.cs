using System.Text.Json;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;
using Indexer.TestKit;

namespace Indexer.Substrate.Tests;

/// <summary>Extrinsics of real runtimes as @polkadot/types encodes them: tests/oracles/extrinsics.mjs.</summary>
public sealed class CallDecoderTests
{
    private static readonly HashSet<string> Holders =
    [
        "batch",
        "batch_all",
        "proxy",
        "as_derivative",
        "as_multi_threshold_1",
    ];

    public static TheoryData<string> Chains => RealRuntimes.Chains;

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_call_has_the_signer_the_bytes_and_the_inner_calls_that_the_reference_implementation_wrote(
        string chain
    )
    {
        var oracle = await RunAsync(chain);
        var decoder = Decoder(oracle, (_, _) => true);
        foreach (var (index, stated) in oracle.GetProperty("extrinsics").EnumerateArray().Index())
        {
            var decoded = decoder.Decode(RealRuntimes.Bytes(stated.GetProperty("hex")), index)!;
            Assert.Equal(index, decoded.Index);
            Assert.Equal(stated.GetProperty("signer").GetString(), decoded.Signer?.ToString());
            AssertSame(stated.GetProperty("call"), decoded.Call);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Only_extrinsics_that_hold_a_wanted_call_are_kept(string chain)
    {
        var oracle = await RunAsync(chain);
        var decoder = Decoder(oracle, (pallet, name) => (pallet, name) == ("Bounties", "approve_bounty"));
        foreach (var (index, stated) in oracle.GetProperty("extrinsics").EnumerateArray().Index())
        {
            var decoded = decoder.Decode(RealRuntimes.Bytes(stated.GetProperty("hex")), index);
            Assert.Equal(HoldsKept(stated.GetProperty("call")), decoded is not null);
        }
    }

    /// <summary>Whether it holds the wanted call, or one that tells which stored call it had carried out.</summary>
    private static bool HoldsKept(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Any(HoldsKept),
            JsonValueKind.Object => IsKept(value) || value.EnumerateObject().Any(member => HoldsKept(member.Value)),
            _ => false,
        };

    private static bool IsKept(JsonElement value) =>
        value.TryGetProperty("pallet", out var pallet)
        && value.TryGetProperty("name", out var name)
        && (pallet.ToString(), name.ToString())
            is
                ("Bounties", "approve_bounty")
                or
                ("Council" or "TechnicalCommittee", "close" or "close_old_weight")
                or
                ("Multisig", "approve_as_multi")
                or
                ("Democracy", "enact_proposal");

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Damaged_extrinsics_are_decoded_or_refused_and_nothing_else(string chain)
    {
        var oracle = await RunAsync(chain);
        var decoder = Decoder(oracle, (_, _) => true);
        foreach (var (index, stated) in oracle.GetProperty("extrinsics").EnumerateArray().Index())
        {
            var data = RealRuntimes.Bytes(stated.GetProperty("hex"));
            for (var seed = 0; seed < 4; seed++)
            {
                Damage.IsRefused<ScaleException>(() => decoder.Decode(Damage.Of(data, seed), index));
            }

            var cut = data[..^1];
            Assert.Contains(
                $"Extrinsic {index}",
                Assert.Throws<ScaleException>(() => decoder.Decode(cut, index)).Message,
                StringComparison.Ordinal
            );
        }
    }

    private static void AssertSame(JsonElement stated, SubstrateCall call)
    {
        Assert.Equal(stated.GetProperty("pallet").GetString(), call.Pallet);
        Assert.Equal(stated.GetProperty("name").GetString(), call.Name);
        Assert.Equal(stated.GetProperty("hex").GetString(), "0x" + Convert.ToHexStringLower(call.Encoded.Span));
        var inner = stated.GetProperty("inner").EnumerateArray().ToList();
        if (Holders.Contains(call.Name) || inner.Count > 0)
        {
            Assert.Equal(inner.Count, call.Inner.Count);
            foreach (var (expected, actual) in inner.Zip(call.Inner))
            {
                AssertSame(expected, actual);
            }
        }
    }

    private static CallDecoder Decoder(JsonElement oracle, Func<string, string, bool> isWanted) =>
        new(RuntimeMetadata.Parse(RealRuntimes.Bytes(oracle.GetProperty("metadata"))), isWanted);

    private static async Task<JsonElement> RunAsync(string chain)
    {
        var input = JsonSerializer.Serialize(new { chain });
        var output = await NodePackages.RunAsync("extrinsics.mjs", input, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
