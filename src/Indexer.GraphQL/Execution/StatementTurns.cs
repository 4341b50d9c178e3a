using System.Threading.RateLimiting;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Lets a few requests at once work in the database, in the order in which they came. More backends than PostgreSQL has
/// processors only share their time, so that each request takes as long as all of them together. A request that takes
/// long gives its turn up and goes on, so that slow ones do not keep quick ones waiting.
/// </summary>
/// <param name="count">Turns at once.</param>
/// <param name="time">The clock that ends long turns.</param>
internal sealed class StatementTurns(int count, TimeProvider time) : IDisposable
{
    /// <summary>Many times what the statement for a page takes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrencyLimiter turns = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = count,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for a turn.</summary>
    /// <returns>Ends the turn.</returns>
    public async ValueTask<IDisposable> BeginAsync(CancellationToken cancellationToken) =>
        new Turn(await turns.AcquireAsync(1, cancellationToken), time);

    public void Dispose() => turns.Dispose();

    /// <summary>Over when it is disposed of, or has lasted long enough.</summary>
    private sealed class Turn : IDisposable
    {
        private readonly ITimer timer;
        private RateLimitLease? lease;

        public Turn(RateLimitLease lease, TimeProvider time)
        {
            this.lease = lease;
            timer = time.CreateTimer(turn => ((Turn)turn!).End(), this, Longest, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            timer.Dispose();
            End();
        }

        private void End() => Interlocked.Exchange(ref lease, null)?.Dispose();
    }
}
