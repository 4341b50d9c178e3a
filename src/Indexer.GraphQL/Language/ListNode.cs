namespace Indexer.GraphQL.Language;

/// <summary>A list of values.</summary>
internal sealed record ListNode(Location Location, IReadOnlyList<ValueNode> Items) : ValueNode(Location);
