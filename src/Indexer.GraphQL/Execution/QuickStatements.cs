using System.Data;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Runs requests whose statements are quick together: those that wait at the same time share a turn, a connection and one
/// message each way, those that differ only in values a statement, and those that ask the same an answer. For a statement of
/// less than a millisecond the way to the database and back, from process to process, takes longer than the statement.
/// </summary>
/// <remarks>
/// No request reads data from before it came. One that fails, or that a slow one keeps waiting, asks for itself.
/// </remarks>
internal sealed class QuickStatements(
    NpgsqlDataSource dataSource,
    StatementTurns turns,
    GraphQLOptions options,
    TimeProvider time
)
{
    /// <summary>How long one of them can keep the others waiting.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>Work that waits for the workers there are, so that more of it is shared.</summary>
    private static readonly TimeSpan LittleWork = TimeSpan.FromMilliseconds(2);

    /// <summary>Different answers that are asked for together.</summary>
    private const int MaxTogether = 6;

    private readonly Lock gate = new();
    private readonly Queue<WaitingRequest> waiting = new();

    /// <summary>One for each two turns: quick statements wait for nothing but a processor.</summary>
    private readonly int maxWorkers = Math.Max(1, options.MaxConcurrentRequests / 2);

    private int workers;

    /// <summary>Whether these root fields are usually answered quickly.</summary>
    public bool Accepts(List<BoundRoot> roots) =>
        roots.TrueForAll(root => root.Statement.Pace.IsQuick(options.QuickStatement));

    /// <summary>Runs the statements of a request.</summary>
    /// <param name="roots">Its root fields that need one.</param>
    /// <param name="cancellationToken">Leaves the others to themselves.</param>
    /// <returns>The JSON of every root field; null when the request has to ask for itself.</returns>
    public Task<IReadOnlyList<byte[]>?> RunAsync(List<BoundRoot> roots, CancellationToken cancellationToken)
    {
        var request = new WaitingRequest(roots, time, cancellationToken);
        bool isWorkerNeeded;
        lock (gate)
        {
            waiting.Enqueue(request);
            isWorkerNeeded = TryAddWorker();
        }

        if (isWorkerNeeded)
        {
            // A worker goes on for others: it is no part of the request that woke it.
            using var context = ExecutionContext.SuppressFlow();
            _ = WorkAsync();
        }

        return request.Answer.WaitAsync(cancellationToken);
    }

    private async Task WorkAsync()
    {
        // Kept while there is work: the pool gives the one that rested longest, and PostgreSQL wakes another process.
        await using var connection = dataSource.CreateConnection();
        do
        {
            using var turn = await turns.BeginAsync(CancellationToken.None);
            var together = Take();
            if (together.Count > 0)
            {
                await RunAsync(connection, together);
            }
        } while (IsStillNeeded());
    }

    private bool IsStillNeeded()
    {
        lock (gate)
        {
            workers--;
            return TryAddWorker();
        }
    }

    /// <summary>Counts one more worker when one is needed besides those at work.</summary>
    private bool TryAddWorker()
    {
        if (waiting.Count == 0 || workers == maxWorkers || (workers > 0 && IsLittle()))
        {
            return false;
        }

        workers++;
        return true;
    }

    /// <summary>Whether what waits is little work when it is shared, and has not waited long.</summary>
    private bool IsLittle()
    {
        var left = LittleWork;
        foreach (var request in waiting)
        {
            left -= request.SharedTime;
            if (left <= TimeSpan.Zero)
            {
                return false;
            }
        }

        return waiting.Peek().Waited < options.QuickStatement;
    }

    /// <summary>The requests that have waited longest, and what answers them.</summary>
    private List<QuickAnswer> Take()
    {
        var together = new List<QuickAnswer>(MaxTogether);
        lock (gate)
        {
            while (waiting.TryPeek(out var next))
            {
                var isFull = together.Sum(answer => answer.Expected.Ticks) >= StatementTurns.Longest.Ticks;
                if (!next.IsGone && !together.Exists(answer => answer.TryAdd(next, isFull)))
                {
                    if (isFull || together.Count == MaxTogether)
                    {
                        break;
                    }

                    together.Add(new QuickAnswer(next, time));
                }

                waiting.Dequeue();
            }
        }

        return together;
    }

    private async Task RunAsync(NpgsqlConnection connection, List<QuickAnswer> together)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        await using var end = limit.Token.Register(() => together.ForEach(answer => answer.Release()));
        var answering = together[0];
        try
        {
            if (connection.State != ConnectionState.Open)
            {
                await connection.OpenAsync(limit.Token);
            }

            await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
            together.ForEach(answer => answer.AddTo(batch.BatchCommands));
            var start = time.GetTimestamp();
            await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, limit.Token);
            foreach (var answer in together)
            {
                answering = answer;
                await answer.ReadAsync(reader, start, limit.Token);
                start = time.GetTimestamp();
            }
        }
        catch (Exception)
        {
            // Whoever has no answer finds out alone whether the failure is its own, and tells it.
            answering.Failed();
            together.ForEach(answer => answer.Release());
            await connection.CloseAsync();
        }
    }
}
