using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>A proposal as the hub has it now.</summary>
public sealed record SnapshotProposal
{
    private static readonly string[] PowerFields =
    [
        "network",
        "snapshot",
        "symbol",
        "privacy",
        "quorumType",
        "strategies",
    ];

    /// <summary>What a listing tells of it.</summary>
    public required ListedProposal Listed { get; init; }

    /// <summary>The address of its author, as the hub writes it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public required long Created { get; init; }

    /// <summary>When its voting begins, in seconds since 1970.</summary>
    public required long Start { get; init; }

    /// <summary>When its voting ends, in seconds since 1970.</summary>
    public required long End { get; init; }

    /// <summary>How votes are cast and counted.</summary>
    public required string Type { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Its text.</summary>
    public string? Body { get; init; }

    /// <summary>Where it is discussed.</summary>
    public string? Discussion { get; init; }

    /// <summary>The texts of its choices; the first is number 1.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>The weight that it asks for; null when it asks for none.</summary>
    public JsonNumber? Quorum { get; init; }

    /// <summary>The stated weight on each choice; empty while there is none.</summary>
    public required IReadOnlyList<JsonNumber> Scores { get; init; }

    /// <summary>The stated weight of all votes; null while there is none.</summary>
    public JsonNumber? ScoresTotal { get; init; }

    /// <summary>The stated weight on each choice by strategy, as JSON; null while there is none.</summary>
    public string? ScoresByStrategy { get; init; }

    /// <summary>Votes that the hub counted.</summary>
    public required int VoteCount { get; init; }

    /// <summary>Strategies, network, block and symbol of the weights, and the privacy of the votes, as JSON.</summary>
    public required string Power { get; init; }

    /// <summary>The whole object as the hub wrote it.</summary>
    public required string Json { get; init; }

    internal static SnapshotProposal Read(JsonElement json)
    {
        var fields = new HubObject($"Proposal {NameOf(json)}", json);
        var choices = fields.Texts("choices");
        var scores = fields.Numbers("scores");
        if (scores.Count > 0 && scores.Count != choices.Count)
        {
            throw fields.Wrong("scores", $"one number for each of the {choices.Count} choices");
        }

        return new SnapshotProposal
        {
            Listed = ListedProposal.Read(fields),
            Author = fields.Text("author"),
            Created = fields.Seconds("created"),
            Start = fields.Seconds("start"),
            End = fields.Seconds("end"),
            Type = VotingRule.Find(fields.Text("type")) is null
                ? throw fields.Wrong("type", $"one of the voting types that are known ({VotingRule.Names})")
                : fields.Text("type"),
            Title = fields.FindText("title"),
            Body = fields.FindText("body"),
            Discussion = fields.FindText("discussion"),
            Choices = choices,
            Quorum = fields.FindNumber("quorum") is { Digits.IsZero: false } quorum ? quorum : null,
            Scores = scores,
            ScoresTotal = fields.FindNumber("scores_total"),
            ScoresByStrategy = fields.Find("scores_by_strategy")?.GetRawText(),
            VoteCount = fields.Count("votes"),
            Power = ReadPower(fields),
            Json = json.GetRawText(),
        };
    }

    private static string ReadPower(HubObject fields) =>
        $"{{{string.Join(',', PowerFields.Select(field => $"\"{field}\":{fields.Find(field)?.GetRawText() ?? "null"}"))}}}";

    private static string NameOf(JsonElement json) =>
        json.TryGetProperty("id", out var id) ? AnswerText.Start(id.ToString()) : "without id";
}
