namespace Indexer.Simulator.Snapshot;

/// <summary>What the hub does wrong. All off by default; may be changed while it serves.</summary>
public sealed class HubFaults
{
    /// <summary>Every n-th request is refused with HTTP 429; 0 turns it off.</summary>
    public int TooManyEvery { get; set; }

    /// <summary>The Retry-After of these refusals in seconds; null leaves it out.</summary>
    public int? RetryAfter { get; set; }

    /// <summary>Every n-th request fails with HTTP 502 and a page; 0 turns it off.</summary>
    public int FailEvery { get; set; }

    /// <summary>Every n-th request is answered with a GraphQL error of the hub itself; 0 turns it off.</summary>
    public int ErrorEvery { get; set; }

    /// <summary>Every n-th answer is cut in the middle; 0 turns it off.</summary>
    public int CutEvery { get; set; }

    /// <summary>Every n-th request is never answered; 0 turns it off.</summary>
    public int HangEvery { get; set; }

    /// <summary>Every request fails with HTTP 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Most requests in a minute; more are refused with HTTP 429 and the time to wait. 0 means no limit.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>
    /// Ids of the votes that lists leave out, as those of a replica that is behind do; a query by their ids finds them.
    /// </summary>
    public IReadOnlySet<string> UnlistedVotes { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Ids of the proposals that the hub calls pending, as those of a replica that is behind, with all their votes.</summary>
    public IReadOnlySet<string> PendingProposals { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The field of proposals and votes that has a wrong type; null turns it off.</summary>
    public string? GarbledField { get; set; }
}
