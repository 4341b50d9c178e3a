using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>A vote as the hub has it now.</summary>
public sealed record SnapshotVote
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The address of the voter, as the hub writes it.</summary>
    public required string Voter { get; init; }

    /// <summary>When it was cast, in seconds since 1970.</summary>
    public required long Created { get; init; }

    /// <summary>What it is for, as JSON; a text while it is encrypted.</summary>
    public required JsonElement Choice { get; init; }

    /// <summary>Its weight in tokens.</summary>
    public required JsonNumber Weight { get; init; }

    /// <summary>The parts of its weight by strategy in tokens, as JSON; null when the hub tells none.</summary>
    public string? WeightByStrategy { get; init; }

    /// <summary>Whether its weight can change no more.</summary>
    public required bool WeightFinal { get; init; }

    /// <summary>Why, in the voter's words; null when it gave no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole object as the hub wrote it.</summary>
    public required string Json { get; init; }

    /// <summary>Whether what it is for is encrypted.</summary>
    public bool IsHidden => Choice.ValueKind == JsonValueKind.String;

    internal static SnapshotVote Read(string proposalId, JsonElement json)
    {
        var fields = new HubObject($"Proposal {proposalId}, vote {NameOf(json)}", json);
        var weight = fields.Number("vp");
        return new SnapshotVote
        {
            Id = SnapshotId.Read(fields),
            Voter = fields.Text("voter"),
            Created = fields.Seconds("created"),
            Choice = fields.Find("choice") ?? throw fields.Wrong("choice", "a choice"),
            Weight = weight.IsNegative ? throw fields.Wrong("vp", "zero or more") : weight,
            WeightByStrategy = fields.Find("vp_by_strategy")?.GetRawText(),
            WeightFinal = fields.FindText("vp_state") is null or "final",
            Reason = fields.FindText("reason"),
            Json = json.GetRawText(),
        };
    }

    private static string NameOf(JsonElement json) =>
        json.TryGetProperty("id", out var id) ? AnswerText.Start(id.ToString()) : "without id";
}
