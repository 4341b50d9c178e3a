using System.Data;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Runs requests whose statements are quick together: those that wait at the same time share a turn, a connection and one
/// message each way, and those that ask the same share one answer. For a statement of less than a millisecond the way to
/// the database and back, from process to process, takes longer than the statement.
/// </summary>
/// <remarks>
/// No request reads data from before it came, and each has a snapshot of its own. One that fails, or that a slow one keeps
/// waiting, asks for itself.
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

    /// <summary>Different requests that run together.</summary>
    private const int MaxTogether = 6;

    private readonly Lock gate = new();
    private readonly Queue<QuickRequest> waiting = new();

    /// <summary>One for each two turns: quick statements wait for nothing but a processor.</summary>
    private int idleWorkers = Math.Max(1, options.MaxConcurrentRequests / 2);

    /// <summary>Whether these root fields are usually answered quickly.</summary>
    public bool Accepts(List<BoundRoot> roots) => roots.TrueForAll(root => root.Pace.IsQuick(options.QuickStatement));

    /// <summary>Runs the statements of a request.</summary>
    /// <param name="roots">Its root fields that need one.</param>
    /// <param name="cancellationToken">Leaves the others to themselves.</param>
    /// <returns>The JSON of every root field; null when the request has to ask for itself.</returns>
    public Task<IReadOnlyList<byte[]>?> RunAsync(List<BoundRoot> roots, CancellationToken cancellationToken)
    {
        var request = new QuickRequest(roots, cancellationToken);
        bool isWorkerIdle;
        lock (gate)
        {
            waiting.Enqueue(request);
            isWorkerIdle = idleWorkers > 0;
            idleWorkers -= isWorkerIdle ? 1 : 0;
        }

        if (isWorkerIdle)
        {
            // A worker goes on for others: it is no part of the request that woke it.
            using var context = ExecutionContext.SuppressFlow();
            _ = WorkAsync();
        }

        return request.Answer.WaitAsync(cancellationToken);
    }

    private async Task WorkAsync()
    {
        while (HasWork())
        {
            using var turn = await turns.BeginAsync(CancellationToken.None);
            var together = Take();
            if (together.Count > 0)
            {
                await RunAsync(together);
            }
        }
    }

    private bool HasWork()
    {
        lock (gate)
        {
            idleWorkers += waiting.Count == 0 ? 1 : 0;
            return waiting.Count > 0;
        }
    }

    /// <summary>The requests that have waited longest, those that ask the same in one list.</summary>
    private List<List<QuickRequest>> Take()
    {
        var together = new List<List<QuickRequest>>(MaxTogether);
        lock (gate)
        {
            while (waiting.TryPeek(out var next))
            {
                if (next.IsGone)
                {
                    waiting.Dequeue();
                }
                else if (together.Find(requests => requests[0].AsksTheSameAs(next)) is { } same)
                {
                    same.Add(waiting.Dequeue());
                }
                else if (together.Count < MaxTogether)
                {
                    together.Add([waiting.Dequeue()]);
                }
                else
                {
                    break;
                }
            }
        }

        return together;
    }

    private async Task RunAsync(List<List<QuickRequest>> together)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        await using var end = limit.Token.Register(() => Release(together));
        var answering = together[0];
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(limit.Token);
            await using var batch = Batch(connection, together);
            var start = time.GetTimestamp();
            await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, limit.Token);
            foreach (var requests in together)
            {
                answering = requests;
                var json = new List<byte[]>(requests[0].Roots.Count);
                foreach (var root in requests[0].Roots)
                {
                    json.Add(await ReadAsync(reader, limit.Token));
                    root.Pace.Took(time.GetElapsedTime(start), json[^1].Length);
                    start = time.GetTimestamp();
                    await reader.NextResultAsync(limit.Token);
                }

                requests.ForEach(request => request.Complete(json));
            }
        }
        catch (Exception)
        {
            // Whoever has no answer finds out alone whether the failure is its own, and tells it.
            answering[0].Roots.ForEach(root => root.Pace.Took(Longest, bytes: 0));
            Release(together);
        }
    }

    /// <summary>
    /// PostgreSQL answers up to a barrier in one piece. Single statements need none between them: each has its snapshot,
    /// as everything that is read committed.
    /// </summary>
    private static NpgsqlBatch Batch(NpgsqlConnection connection, List<List<QuickRequest>> together)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        var commands = batch.BatchCommands;
        foreach (var requests in together)
        {
            var roots = requests[0].Roots;
            if (roots.Count == 1)
            {
                commands.Add(roots[0].BatchCommand());
                continue;
            }

            if (commands.Count > 0)
            {
                commands[^1].AppendErrorBarrier = true;
            }

            commands.Add(new NpgsqlBatchCommand("begin isolation level repeatable read"));
            roots.ForEach(root => commands.Add(root.BatchCommand()));
            commands.Add(new NpgsqlBatchCommand("commit") { AppendErrorBarrier = true });
        }

        return batch;
    }

    private static async Task<byte[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        if (await reader.IsDBNullAsync(0, cancellationToken))
        {
            return ResponseWriter.Null;
        }

        await using var json = await reader.GetStreamAsync(0, cancellationToken);
        var bytes = new byte[json.Length];
        await json.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static void Release(List<List<QuickRequest>> together) =>
        together.ForEach(requests => requests.ForEach(request => request.Complete(json: null)));
}
