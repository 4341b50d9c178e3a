using System.Threading.RateLimiting;

namespace Indexer.GraphQL.Http;

/// <summary>The verdict of a <see cref="PacedLimiter"/>.</summary>
/// <param name="retryAfter">When the same request would pass; null when it passed.</param>
internal sealed class PacedLease(TimeSpan? retryAfter) : RateLimitLease
{
    public override bool IsAcquired => retryAfter is null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
        return metadata is not null;
    }
}
