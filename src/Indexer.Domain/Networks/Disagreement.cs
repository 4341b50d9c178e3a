namespace Indexer.Domain;

/// <summary>
/// Two endpoints of a network answered the same question about a block differently, and one of the answers can be shown to be wrong: it was
/// not taken.
/// </summary>
public sealed record Disagreement
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Height of the block.</summary>
    public required long Height { get; init; }

    /// <summary>What was asked for, for example <c>eth_getLogs</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Host of the endpoint that was believed.</summary>
    public required string Taken { get; init; }

    /// <summary>What it said, in a few words.</summary>
    public required string TakenAnswer { get; init; }

    /// <summary>Host of the endpoint that was not.</summary>
    public required string Refused { get; init; }

    /// <summary>What it said.</summary>
    public required string RefusedAnswer { get; init; }

    /// <summary>When it was first seen, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}
