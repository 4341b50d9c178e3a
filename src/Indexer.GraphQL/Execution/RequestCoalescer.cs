using System.Collections;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// The requests that wait for their turn, those that ask the same together: when a page is opened by many at once, or a
/// block tells all of them to ask again, one statement answers. No request reads data from before it came.
/// </summary>
/// <remarks>For use by many requests at once.</remarks>
internal sealed class RequestCoalescer
{
    private readonly Lock gate = new();
    private readonly Dictionary<Question, CoalescedRequests> waiting = [];

    /// <summary>Joins the requests that ask the same.</summary>
    /// <param name="roots">The root fields that need a statement.</param>
    /// <param name="isFirst">Whether it is the one that asks; the others await its answer.</param>
    public CoalescedRequests Join(IReadOnlyList<BoundRoot> roots, out bool isFirst)
    {
        var question = new Question(roots);
        lock (gate)
        {
            isFirst = !waiting.TryGetValue(question, out var requests);
            if (requests is null)
            {
                waiting[question] = requests = new CoalescedRequests(question);
            }
            else
            {
                requests.HasFollowers = true;
            }

            return requests;
        }
    }

    /// <summary>Lets nobody join any more: the first one begins, or gives up.</summary>
    /// <returns>Whether others wait for the answer.</returns>
    public bool Close(CoalescedRequests requests)
    {
        lock (gate)
        {
            // Others that ask the same may have come together by now.
            if (waiting.GetValueOrDefault(requests.Question) == requests)
            {
                waiting.Remove(requests.Question);
            }

            return requests.HasFollowers;
        }
    }
}

/// <summary>Requests of which the first asks for all.</summary>
/// <param name="question">What they ask.</param>
internal sealed class CoalescedRequests(Question question)
{
    private readonly TaskCompletionSource<IReadOnlyList<byte[]>?> answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public Question Question => question;

    /// <summary>The JSON of every root field; null when the first one has left or failed, and another has to ask.</summary>
    public Task<IReadOnlyList<byte[]>?> Answer => answer.Task;

    /// <summary>Whether there is more than the first.</summary>
    public bool HasFollowers { get; set; }

    public void Complete(IReadOnlyList<byte[]>? json) => answer.TrySetResult(json);
}

/// <summary>Statements with their values: equal ones have the same answer.</summary>
internal readonly struct Question(IReadOnlyList<BoundRoot> roots) : IEquatable<Question>
{
    private static readonly IEqualityComparer Values = StructuralComparisons.StructuralEqualityComparer;

    private readonly IReadOnlyList<BoundRoot> roots = roots;

    public bool Equals(Question other)
    {
        if (other.roots.Count != roots.Count)
        {
            return false;
        }

        for (var index = 0; index < roots.Count; index++)
        {
            var (mine, theirs) = (roots[index], other.roots[index]);
            if (!ReferenceEquals(mine.Plan, theirs.Plan) || !HaveSameValues(mine.Parameters, theirs.Parameters))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is Question other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var root in roots)
        {
            hash.Add(RuntimeHelpers.GetHashCode(root.Plan));
            foreach (var parameter in root.Parameters)
            {
                hash.Add(parameter.Value is { } value ? Values.GetHashCode(value) : 0);
            }
        }

        return hash.ToHashCode();
    }

    private static bool HaveSameValues(IReadOnlyList<NpgsqlParameter> mine, IReadOnlyList<NpgsqlParameter> theirs)
    {
        for (var index = 0; index < mine.Count; index++)
        {
            if (!Values.Equals(mine[index].Value, theirs[index].Value))
            {
                return false;
            }
        }

        return true;
    }
}
