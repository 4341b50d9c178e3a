using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>Reads what votes are for; null what the voting types of Snapshot call invalid, which counts for no choice.</summary>
internal static class BallotReader
{
    /// <summary>One choice by its number.</summary>
    public static Ballot? One(JsonElement choice, int choices, BigInteger weight) =>
        Choice(choice, choices) is { } number ? new Ballot(weight, [number], []) : null;

    /// <summary>A list of different choices.</summary>
    public static Ballot? Several(JsonElement choice, int choices, BigInteger weight)
    {
        if (choice.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = choice.EnumerateArray().Select(item => Choice(item, choices)).ToList();
        return numbers.Contains(null) || numbers.Distinct().Count() != numbers.Count
            ? null
            : new Ballot(weight, [.. numbers.Select(number => number!.Value)], []);
    }

    /// <summary>All choices in an order.</summary>
    public static Ballot? Ranking(JsonElement choice, int choices, BigInteger weight) =>
        choices > 0 && Several(choice, choices, weight) is { } ballot && ballot.Choices.Count == choices
            ? ballot
            : null;

    /// <summary>An object of weights by choice.</summary>
    public static Ballot? Division(JsonElement choice, int choices, BigInteger weight)
    {
        if (choice.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var parts = new SortedDictionary<int, JsonNumber>();
        foreach (var entry in choice.EnumerateObject())
        {
            var isChoice =
                int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1
                && number <= choices;
            if (!isChoice || JsonNumber.Find(entry.Value) is not { IsNegative: false } part)
            {
                return null;
            }

            parts[number] = part;
        }

        if (parts.Values.All(part => part.Digits.IsZero))
        {
            return null;
        }

        var least = parts.Values.Min(part => part.Exponent);
        return new Ballot(
            weight,
            [.. parts.Keys],
            [.. parts.Values.Select(part => part.Digits * BigInteger.Pow(10, part.Exponent - least))]
        );
    }

    private static int? Choice(JsonElement element, int choices) =>
        element.ValueKind == JsonValueKind.Number
        && element.TryGetInt32(out var number)
        && number >= 1
        && number <= choices
            ? number
            : null;
}
