using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

/// <summary>A field of an introspection response, ready to be written.</summary>
/// <param name="Key">Its response key.</param>
/// <param name="TypeName">The constant to write, for <c>__typename</c>.</param>
/// <param name="Source">How to compute it otherwise.</param>
/// <param name="Arguments">From the leaves of the variables to the argument values.</param>
/// <param name="Children">The fields of the object, or of the objects in the list.</param>
internal sealed record MemoryField(
    string Key,
    string? TypeName,
    MemorySource? Source,
    Func<object?[], IReadOnlyDictionary<string, object?>> Arguments,
    IReadOnlyList<MemoryField> Children
);
