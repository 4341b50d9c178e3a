using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>The commands <c>holder</c>, <c>pool</c> and <c>proposal</c> as a program of its own.</summary>
public sealed class LookTests
{
    [Fact]
    public async Task A_holder_is_shown_by_any_address_and_as_JSON()
    {
        var index = await IndexedWorlds.OfAsync(1);
        var holder = index.World.Holders.First(one => one.Receivers.Count > 0);
        var (code, text, _) = await RunAsync(index, "holder", holder.Receivers[0].Hex);
        Assert.Equal(0, code);
        var (_, json, _) = await RunAsync(index, "holder", holder.Receivers[0].Hex, "--json");
        var answer = JsonElement.Parse(json).GetProperty("holder");
        Assert.StartsWith($"Holder {answer.GetProperty("address").GetString()}, ", text, StringComparison.Ordinal);
        Assert.Contains("At the end of each month from ", text, StringComparison.Ordinal);
        Assert.Contains("Latest of ", text, StringComparison.Ordinal);
        foreach (var account in answer.GetProperty("accounts").GetProperty("nodes").EnumerateArray())
        {
            var (_, other, _) = await RunAsync(index, "holder", account.GetProperty("address").GetString()!);
            Assert.Equal(text, other);
        }
    }

    [Theory]
    [InlineData("pool", "khala", "1", "Stake pool 1 of khala, worth ")]
    [InlineData("proposal", "khala", "referendum/0", "khala referendum/0, ")]
    public async Task A_pool_and_a_proposal_are_shown(string command, string network, string id, string begin)
    {
        var index = await IndexedWorlds.OfAsync(1);
        var (code, text, _) = await RunAsync(index, command, network, id);
        Assert.Equal(0, code);
        Assert.StartsWith(begin, text, StringComparison.Ordinal);
        var (_, json, _) = await RunAsync(index, command, network, id, "--json");
        Assert.Equal(network, JsonElement.Parse(json).GetProperty(command).GetProperty("network").GetString());
    }

    [Theory]
    [InlineData(1, "There is no pool khala 99999 in the index.", "pool", "khala", "99999")]
    [InlineData(2, "is not an SS58 address", "holder", "nobody")]
    [InlineData(2, "There is no network \"moon\"", "proposal", "moon", "referendum/0")]
    public async Task What_is_not_there_is_one_line(int expected, string message, params string[] arguments)
    {
        var (code, text, errors) = await RunAsync(await IndexedWorlds.OfAsync(1), arguments);
        Assert.Equal(expected, code);
        Assert.Empty(text);
        Assert.Contains(message, Assert.Single(errors), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, IReadOnlyList<string> Errors)> RunAsync(
        SimulatedIndex index,
        params string[] arguments
    )
    {
        await using var directory = new DataDirectory();
        var config = await directory.FileAsync(
            JsonSerializer.Serialize(
                new { database = new { connectionString = index.Opened.ConnectionString.Reveal() } }
            )
        );
        await using var program = IndexerProcess.Start(directory.Path, [.. arguments, "--config", config]);
        return (await program.ExitCodeAsync(), program.Output, [.. program.Errors]);
    }
}
