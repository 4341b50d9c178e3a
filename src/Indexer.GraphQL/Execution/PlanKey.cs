using System.Runtime.CompilerServices;
using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Execution;

/// <summary>What a plan depends on. Documents are compared by identity: the cache holds one per text.</summary>
internal sealed class PlanKey(DocumentNode document, string? operation, string shape) : IEquatable<PlanKey>
{
    private readonly DocumentNode document = document;
    private readonly string? operation = operation;
    private readonly string shape = shape;

    public bool Equals(PlanKey? other) =>
        other is not null
        && ReferenceEquals(document, other.document)
        && operation == other.operation
        && shape == other.shape;

    public override bool Equals(object? obj) => Equals(obj as PlanKey);

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(document), operation, shape);
}
