namespace Indexer.GraphQL.Types;

/// <summary>A value computed in memory from its parent: the schema's description of itself.</summary>
/// <param name="Read">From the parent and the argument values to the value.</param>
internal sealed record MemorySource(Func<object?, IReadOnlyDictionary<string, object?>, object?> Read) : FieldSource;
