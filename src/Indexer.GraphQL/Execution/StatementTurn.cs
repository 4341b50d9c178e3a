using System.Threading.RateLimiting;

namespace Indexer.GraphQL.Execution;

/// <summary>A turn of <see cref="StatementTurns"/>: over when it is disposed of, or has lasted long enough.</summary>
internal sealed class StatementTurn : IDisposable
{
    private readonly ITimer timer;
    private RateLimitLease? lease;

    public StatementTurn(RateLimitLease lease, TimeProvider time)
    {
        this.lease = lease;
        timer = time.CreateTimer(
            turn => ((StatementTurn)turn!).End(),
            this,
            StatementTurns.Longest,
            Timeout.InfiniteTimeSpan
        );
    }

    public void Dispose()
    {
        timer.Dispose();
        End();
    }

    private void End() => Interlocked.Exchange(ref lease, null)?.Dispose();
}
