using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.TestKit;

namespace Indexer.Addresses.Tests;

public sealed class Keccak256Tests
{
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData(
        "Transfer(address,address,uint256)",
        "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
    )]
    public void Known_texts_have_their_known_hashes(string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Keccak256.Hash(text)));

    [Fact]
    public async Task Hashes_of_all_lengths_around_the_block_size_are_those_of_ethers()
    {
        var random = new Random(55);
        var texts = Enumerable.Range(0, 300).Select(length => Bytes(random, length)).ToList();
        var input = JsonSerializer.Serialize(
            new
            {
                events = Array.Empty<string>(),
                functions = Array.Empty<string>(),
                texts = texts.Select(text => "0x" + Convert.ToHexStringLower(text)),
                addresses = Array.Empty<string>(),
            }
        );

        var hashes = JsonNode.Parse(
            await NodePackages.RunAsync("abi-names.mjs", input, TestContext.Current.CancellationToken)
        )!["texts"]!;

        Assert.Equal(
            hashes.AsArray().Select(hash => (string)hash!),
            texts.Select(text => "0x" + Convert.ToHexStringLower(Keccak256.Hash(text)))
        );
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
