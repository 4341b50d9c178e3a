using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests;

/// <summary>Who accounts say they are, through the API, against the books of the simulated chains.</summary>
public sealed class IdentityTests
{
    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_account_is_who_the_books_say(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var (khala, phala) = (Known(index.World.Khala), Known(index.World.Phala));
        Assert.NotEmpty(khala);
        Assert.NotEmpty(phala);
        foreach (var account in khala.Keys.Union(phala.Keys))
        {
            var answer = await graph.AskAsync(
                """
                query ($address: Address!) { account(address: $address) {
                  identity { network display email subName judgements { judgement registrar } }
                  identityHistory(first: 1000) { nodes { network toHeight display email subName judgements { judgement registrar } } } } }
                """,
                new { address = account }
            );
            var now = answer
                .GetProperty("account")
                .GetProperty("identityHistory")
                .GetProperty("nodes")
                .EnumerateArray();
            var open = now.Where(row => row.GetProperty("toHeight").ValueKind == JsonValueKind.Null).ToList();
            Assert.Equal(
                new[] { ("khala", khala), ("phala", phala) }
                    .Where(chain => chain.Item2.ContainsKey(account))
                    .Select(chain => $"{chain.Item1}|{Line(chain.Item2[account])}"),
                open.Select(row => $"{row.GetProperty("network").GetString()}|{Line(row)}")
                    .Order(StringComparer.Ordinal)
            );
            Assert.Contains(Line(answer.GetProperty("account").GetProperty("identity")), open.Select(Line));
        }
    }

    private static Dictionary<string, IdentityBook> Known(SimulatedParachain chain) =>
        chain
            .Books.Identities.Where(book => book.IsSet || book.Parent is not null)
            .ToDictionary(book => book.Account.Hex, StringComparer.Ordinal);

    private static string Line(IdentityBook book) =>
        $"{book.Display}|{book.Email}|{book.SubName}|{string.Join(',', book.Judgements.Values.Select(one => one.ToUpperInvariant()))}";

    private static string Line(JsonElement row)
    {
        var judgements = row.GetProperty("judgements").EnumerateArray().ToList();
        Assert.All(judgements, one => Assert.NotEqual(JsonValueKind.Null, one.GetProperty("registrar").ValueKind));
        return $"{row.GetProperty("display").GetString()}|{row.GetProperty("email").GetString()}|{row.GetProperty("subName").GetString()}|{string.Join(',', judgements.Select(one => one.GetProperty("judgement").GetString()!.Replace("_", "", StringComparison.Ordinal)))}";
    }
}
