using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>Requests that the same statements answer: they ask the same, or differ in values that can be shared.</summary>
internal sealed class QuickAnswer(WaitingRequest first, TimeProvider time)
{
    /// <summary>Those that ask the same are in one list.</summary>
    private readonly List<List<WaitingRequest>> sets =
    [
        [first],
    ];

    /// <summary>How long it will take, as far as is known.</summary>
    public TimeSpan Expected
    {
        get
        {
            var alone = Roots.Aggregate(TimeSpan.Zero, (sum, root) => sum + root.Statement.Pace.Mean);
            return IsShared && Roots[0].Statement.Shared!.Mean is var shared && shared < alone
                ? sets.Count * shared
                : sets.Count * alone;
        }
    }

    private List<BoundRoot> Roots => sets[0][0].Roots;

    private bool IsShared => sets.Count > 1;

    /// <summary>Answers one more request, if that is possible.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isFull">Whether only one that asks the same is welcome.</param>
    public bool TryAdd(WaitingRequest request, bool isFull)
    {
        if (sets.Find(same => same[0].AsksTheSameAs(request)) is { } same)
        {
            same.Add(request);
            return true;
        }

        if (isFull || !CanShare(request))
        {
            return false;
        }

        sets.Add([request]);
        return true;
    }

    /// <summary>Adds its statements to a batch. PostgreSQL sends the answer at their barrier.</summary>
    public void AddTo(NpgsqlBatchCommandCollection commands)
    {
        if (IsShared)
        {
            commands.Add(BoundRoot.SharedCommand(sets.ConvertAll(same => same[0].Roots[0])));
        }
        else if (Roots.Count == 1)
        {
            commands.Add(Roots[0].BatchCommand());
        }
        else
        {
            commands.Add(new NpgsqlBatchCommand("begin isolation level repeatable read"));
            Roots.ForEach(root => commands.Add(root.BatchCommand()));
            commands.Add(new NpgsqlBatchCommand("commit"));
        }

        commands[^1].AppendErrorBarrier = true;
    }

    /// <summary>Reads the answer and gives it to the requests.</summary>
    /// <param name="reader">On its first result.</param>
    /// <param name="start">When PostgreSQL began with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReadAsync(NpgsqlDataReader reader, long start, CancellationToken cancellationToken)
    {
        var answers = sets.ConvertAll(_ => new List<byte[]>(Roots.Count));
        foreach (var root in Roots)
        {
            foreach (var answer in answers)
            {
                await reader.ReadAsync(cancellationToken);
                answer.Add(await JsonValue.ReadAsync(reader, cancellationToken));
            }

            var end = time.GetTimestamp();
            TakeNote(
                root.Statement,
                time.GetElapsedTime(start, end) / sets.Count,
                answers.Max(answer => answer[^1].Length)
            );
            start = end;
            await reader.NextResultAsync(cancellationToken);
        }

        for (var index = 0; index < sets.Count; index++)
        {
            sets[index].ForEach(request => request.Complete(answers[index]));
        }
    }

    /// <summary>It failed, or took too long.</summary>
    public void Failed()
    {
        if (IsShared)
        {
            Roots[0].Statement.Shared!.StopSharing(time);
        }
        else
        {
            Roots.ForEach(root => root.Statement.Pace.Took(QuickStatements.Longest, bytes: 0));
        }
    }

    /// <summary>Leaves the requests without an answer to themselves.</summary>
    public void Release() => sets.ForEach(same => same.ForEach(request => request.Complete(json: null)));

    private bool CanShare(WaitingRequest request) =>
        (Roots, request.Roots) is ([var mine], [var other])
        && ReferenceEquals(mine.Plan, other.Plan)
        && mine.Statement.Shared is { } shared
        && shared.IsQuicker(time);

    private void TakeNote(SqlRoot statement, TimeSpan taken, long bytes)
    {
        if (IsShared)
        {
            statement.Shared!.Took(taken, statement.Pace, time);
        }

        // What shared times say of one alone is only that its answers have become large.
        if (!IsShared || bytes > Pace.LargeAnswer)
        {
            statement.Pace.Took(taken, bytes);
        }
    }
}
