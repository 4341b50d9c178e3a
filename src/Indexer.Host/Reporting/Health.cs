namespace Indexer.Host.Reporting;

/// <summary>How well something is; ordered, the worst last.</summary>
internal enum Health
{
    /// <summary>It does what it is for.</summary>
    Healthy,

    /// <summary>It waits for something that may pass, or has not begun.</summary>
    Degraded,

    /// <summary>It does nothing any more.</summary>
    Unhealthy,
}
