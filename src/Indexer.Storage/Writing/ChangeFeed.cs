using Indexer.Domain;

namespace Indexer.Storage;

/// <summary>How programs learn of new <see cref="IndexChange"/> rows.</summary>
public static class ChangeFeed
{
    /// <summary>The channel of NOTIFY: each commit that wrote steps sends the number of the last one.</summary>
    public const string Channel = "index_change";

    /// <summary>How long steps are kept for those who come back.</summary>
    public static TimeSpan Retention { get; } = TimeSpan.FromDays(7);
}
