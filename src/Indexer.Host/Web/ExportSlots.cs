using System.Threading.RateLimiting;

namespace Indexer.Host.Web;

/// <summary>
/// How many exports are written at once: each holds a connection and a snapshot of the database until its client has read it, so that
/// clients who read slowly must not take all.
/// </summary>
internal sealed class ExportSlots : IDisposable
{
    /// <summary>Exports of all clients together.</summary>
    public const int AtOnce = 8;

    /// <summary>Exports of one client.</summary>
    public const int PerClient = 2;

    private readonly PartitionedRateLimiter<object> slots = PartitionedRateLimiter.CreateChained(
        Limit(client => client, PerClient),
        Limit(_ => AtOnce, AtOnce)
    );

    /// <summary>A place for an export of a client until it is disposed; not acquired when there is none.</summary>
    /// <param name="client">The client.</param>
    public RateLimitLease Take(object client) => slots.AttemptAcquire(client);

    /// <inheritdoc />
    public void Dispose() => slots.Dispose();

    private static PartitionedRateLimiter<object> Limit(Func<object, object> key, int most) =>
        PartitionedRateLimiter.Create<object, object>(client =>
            RateLimitPartition.GetConcurrencyLimiter(
                key(client),
                _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 }
            )
        );
}
