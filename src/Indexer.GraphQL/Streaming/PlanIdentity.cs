using System.Runtime.CompilerServices;
using Indexer.GraphQL.Planning;

namespace Indexer.GraphQL.Streaming;

/// <summary>A plan, compared by identity.</summary>
internal readonly struct PlanIdentity(StreamPlan plan) : IEquatable<PlanIdentity>
{
    private readonly StreamPlan plan = plan;

    public bool Equals(PlanIdentity other) => ReferenceEquals(plan, other.plan);

    public override bool Equals(object? obj) => obj is PlanIdentity other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(plan);
}
