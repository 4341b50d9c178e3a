using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Overlap;

/// <summary>Two groups of fields that cannot share a response key.</summary>
internal sealed record Conflict(
    string Key,
    string Reason,
    IReadOnlyList<FieldNode> Left,
    IReadOnlyList<FieldNode> Right
);
