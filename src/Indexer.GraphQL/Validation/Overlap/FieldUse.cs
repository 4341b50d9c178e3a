using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Overlap;

/// <summary>A field in a selection set and what the schema says about it.</summary>
internal sealed record FieldUse(CompositeType? Parent, FieldNode Node, Field? Definition)
{
    /// <summary>Whether it has neither arguments nor fields of its own.</summary>
    public bool IsPlain => Node is { Selections: null, Arguments.Count: 0 };

    /// <summary>The field and its plain repetitions in the same set, in their order.</summary>
    public List<FieldNode> Nodes { get; } = [Node];
}
