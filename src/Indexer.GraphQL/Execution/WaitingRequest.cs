using System.Collections;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>A request that waits for <see cref="QuickStatements"/>, or for a turn.</summary>
/// <param name="roots">Its root fields that need a statement.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellation">Cancelled when nobody waits for the answer any more.</param>
internal sealed class WaitingRequest(List<BoundRoot> roots, TimeProvider time, CancellationToken cancellation)
{
    private static readonly IEqualityComparer Values = StructuralComparisons.StructuralEqualityComparer;

    private readonly long start = time.GetTimestamp();

    private readonly TaskCompletionSource<IReadOnlyList<byte[]>?> answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Its root fields that need a statement.</summary>
    public List<BoundRoot> Roots => roots;

    /// <summary>The JSON of every root field; null when the request has to ask for itself.</summary>
    public Task<IReadOnlyList<byte[]>?> Answer => answer.Task;

    /// <summary>For how long it has waited.</summary>
    public TimeSpan Waited => time.GetElapsedTime(start);

    /// <summary>What its part of a shared statement usually takes; the longest time of all when it is not shared.</summary>
    public TimeSpan SharedTime =>
        roots is [{ Statement.Shared: { } shared }] && shared.IsQuicker(time) ? shared.Mean : TimeSpan.MaxValue;

    /// <summary>Whether nobody waits for the answer any more.</summary>
    public bool IsGone => cancellation.IsCancellationRequested;

    /// <summary>Equal for those that ask the same.</summary>
    public int QuestionHash
    {
        get
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
    }

    /// <summary>Whether the answer of one is that of the other: the same statements with the same values.</summary>
    public bool AsksTheSameAs(WaitingRequest other)
    {
        if (other.Roots.Count != roots.Count)
        {
            return false;
        }

        for (var index = 0; index < roots.Count; index++)
        {
            var (mine, theirs) = (roots[index], other.Roots[index]);
            if (!ReferenceEquals(mine.Plan, theirs.Plan) || !HaveSameValues(mine.Parameters, theirs.Parameters))
            {
                return false;
            }
        }

        return true;
    }

    public void Complete(IReadOnlyList<byte[]>? json) => answer.TrySetResult(json);

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
