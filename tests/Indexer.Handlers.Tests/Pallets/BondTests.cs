using System.Net.Http.Json;
using System.Numerics;
using System.Text.Json;
using Indexer.Domain;
using Indexer.Handlers.Governance;
using Indexer.Simulator;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Tests.Pallets;

/// <summary>Bonds that are computed from the constants of a runtime, because no storage tells them.</summary>
public sealed class BondTests
{
    [Theory]
    [InlineData(100, 50_000, 1, -1, 5)]
    [InlineData(1, 50_000, 1, -1, 1)]
    [InlineData(30, 50_000, 1, -1, 1)]
    [InlineData(31, 50_000, 1, -1, 2)]
    [InlineData(50, 50_000, 1, -1, 2)]
    [InlineData(1_000, 50_000, 1, 40, 40)]
    [InlineData(10, 50_000, 50, 40, 40)]
    public void A_spending_takes_its_part_rounded_half_down_and_bounded(
        long value,
        long part,
        long least,
        long most,
        long bond
    ) => Assert.Equal(bond, Bonds.OfSpending(value, part, least, most < 0 ? (BigInteger?)null : most));

    [Fact]
    public async Task Bonds_by_the_constants_are_those_that_the_simulated_chain_took()
    {
        var world = World.Create(1, WorldSize.Civic);
        var books = world.Khala.Books.Governance;
        var runtime = await RuntimeAsync(world);
        Assert.NotEmpty(books.TreasuryProposals);
        Assert.All(
            books.TreasuryProposals.Where(proposal => proposal.Bond > 0),
            proposal => Assert.Equal(Pha.FromLegacy(proposal.Bond), Bonds.OfSpending(runtime, proposal.Value))
        );
        Assert.NotEmpty(books.Bounties);
        Assert.All(
            books.Bounties.Where(bounty => bounty.Parent is null),
            bounty => Assert.Equal(Pha.FromLegacy(bounty.Bond), Bonds.OfBounty(runtime, bounty.Description.Length))
        );
        Assert.Null(Bonds.OfSpending(null, 1));
        Assert.Null(Bonds.OfBounty(null, 1));
    }

    private static async Task<SubstrateRuntime> RuntimeAsync(World world)
    {
        await using var server = await SimulatorServer.StartAsync(world);
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync(
            server.Http("khala"),
            new
            {
                jsonrpc = "2.0",
                id = 1,
                method = "state_getMetadata",
                @params = Array.Empty<string>(),
            },
            TestContext.Current.CancellationToken
        );
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var metadata = RuntimeMetadata.Parse(Convert.FromHexString(json.GetProperty("result").GetString()!.AsSpan(2)));
        return new SubstrateRuntime(1, metadata, (_, _) => false, (_, _) => false);
    }
}
