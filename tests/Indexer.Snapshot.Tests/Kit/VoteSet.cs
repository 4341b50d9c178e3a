using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot.Tests;

/// <summary>Random votes of a voting type, valid ones and others, with ties among them.</summary>
internal sealed record VoteSet(string Type, int Choices, IReadOnlyList<(string Choice, string Balance)> Votes)
{
    public string Json =>
        $"{{\"type\":\"{Type}\",\"choices\":{Choices},\"votes\":[{string.Join(',', Votes.Select(vote => $"{{\"choice\":{vote.Choice},\"balance\":{vote.Balance}}}"))}]}}";

    public BigInteger Total =>
        Votes.Aggregate(BigInteger.Zero, (sum, vote) => sum + JsonNumber.Find(vote.Balance)!.Value.ToUnits(18));

    public static VoteSet Random(string type, int seed)
    {
        var random = new Random(HashCode(type, seed));
        var choices = random.Next(1, 7);
        var isEven = random.Next(3) == 0;
        var votes = Enumerable
            .Range(0, random.Next(0, 25))
            .Select(_ => (Choice(type, choices, random), Balance(random, isEven)))
            .ToList();
        return new VoteSet(type, choices, votes);
    }

    public (IReadOnlyList<BigInteger> Tally, int Valid, BigInteger Total) Tally()
    {
        var rule = VotingRule.Find(Type)!;
        var ballots = Votes
            .Select(vote =>
                rule.Read(JsonElement.Parse(vote.Choice), Choices, JsonNumber.Find(vote.Balance)!.Value.ToUnits(18))
            )
            .OfType<Ballot>()
            .ToList();
        var counted = ballots.Aggregate(BigInteger.Zero, (sum, ballot) => sum + ballot.Weight);
        return (rule.Tally(ballots, Choices), ballots.Count, rule.CountsInvalid ? Total : counted);
    }

    /// <summary>Small whole numbers tie; others have all the digits of a floating-point number.</summary>
    private static string Balance(Random random, bool isEven) =>
        isEven
            ? random.Next(0, 4).ToString()
            : (random.NextDouble() * Math.Pow(10, random.Next(-3, 8))).ToString(
                "R",
                System.Globalization.CultureInfo.InvariantCulture
            );

    private static string Choice(string type, int choices, Random random)
    {
        var order = Enumerable.Range(1, choices).ToArray();
        random.Shuffle(order);
        var some = order.Take(random.Next(0, choices + 1));
        if (random.Next(12) == 0)
        {
            return new[] { "[]", "0", "{}", "[1,1]", "{\"1\":0}", "{\"1\":-1}", "99", "[99]" }[random.Next(8)];
        }

        return type switch
        {
            "basic" or "single-choice" => order[0].ToString(),
            "ranked-choice" or "copeland" or "approval" when random.Next(12) == 0 =>
                $"[{string.Join(',', order.Select(number => random.Next(2) == 0 ? $"\"{number}\"" : $"{number}"))}]",
            "ranked-choice" when choices > 1 && random.Next(12) == 0 =>
                $"[\"{order[0]}\",{string.Join(',', order.Take(choices - 1))}]",
            "approval" => $"[{string.Join(',', some)}]",
            "ranked-choice" or "copeland" => $"[{string.Join(',', order)}]",
            _ => $"{{{string.Join(',', some.Select(number => $"\"{number}\":{Part(random)}"))}}}",
        };
    }

    private static string Part(Random random) =>
        random.Next(3) == 0
            ? random.NextDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            : random.Next(0, 100).ToString();

    private static int HashCode(string type, int seed) =>
        type.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));
}
