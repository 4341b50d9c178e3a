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

    /// <summary>A list of different choices. A number written as a text is valid, yet counts for no choice.</summary>
    public static Ballot? Several(JsonElement choice, int choices, BigInteger weight) =>
        List(choice, choices) is { } items
            ? new Ballot(
                weight,
                [.. items.Where(item => item.Json.ValueKind == JsonValueKind.Number).Select(item => item.Number)],
                []
            )
            : null;

    /// <summary>All choices in an order. Where texts count, one choice can be there twice: as a number and as a text.</summary>
    public static Ballot? Ranking(JsonElement choice, int choices, BigInteger weight, bool textsCount) =>
        choices > 0
        && List(choice, choices) is { } items
        && items.Count == choices
        && (textsCount || items.TrueForAll(item => item.Json.ValueKind == JsonValueKind.Number))
            ? new Ballot(weight, [.. items.Select(item => item.Number)], [])
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

    /// <summary>The items of a list of which none is there twice, as the numbers that JavaScript makes of them.</summary>
    private static List<(JsonElement Json, int Number)>? List(JsonElement choice, int choices)
    {
        if (choice.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = new List<(JsonElement Json, int Number)>();
        foreach (var item in choice.EnumerateArray())
        {
            if ((Choice(item, choices) ?? TextChoice(item, choices)) is not { } number)
            {
                return null;
            }

            items.Add((item, number));
        }

        return items.DistinctBy(item => item.Json.GetRawText()).Count() == items.Count ? items : null;
    }

    private static int? TextChoice(JsonElement element, int choices) =>
        element.ValueKind == JsonValueKind.String
        && int.TryParse(element.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= choices
        && number.ToString(CultureInfo.InvariantCulture) == element.GetString()
            ? number
            : null;

    private static int? Choice(JsonElement element, int choices) =>
        element.ValueKind == JsonValueKind.Number
        && element.TryGetInt32(out var number)
        && number >= 1
        && number <= choices
            ? number
            : null;
}
