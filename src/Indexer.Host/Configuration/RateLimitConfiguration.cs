namespace Indexer.Host.Configuration;

/// <summary>How many requests a client may send.</summary>
internal sealed class RateLimitConfiguration
{
    /// <summary>Whether they are counted; when left out they are if others than this machine can reach the server.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Requests in a minute of an address without a key.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests of it that may come at once.</summary>
    public int? Burst { get; init; }

    /// <summary>The header with the key of a client.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>Bytes for which a request counts as one more.</summary>
    public int? BytesPerRequest { get; init; }

    /// <summary>Bytes of memory that the costly requests of a client may take in a second while they are prepared.</summary>
    public int? PreparationBytesPerSecond { get; init; }

    /// <summary>Bytes that they may take at once.</summary>
    public int? PreparationBytesAtOnce { get; init; }

    /// <summary>How long a refusal is held back.</summary>
    public TimeSpan? RefusalDelay { get; init; }

    /// <summary>The keys, by a name for people.</summary>
    public Dictionary<string, ApiKeyConfiguration> Keys { get; init; } = [];
}
