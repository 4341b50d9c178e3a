namespace Indexer.Simulator.Snapshot;

/// <summary>A field of a query.</summary>
/// <param name="Key">Its key in the answer: the alias or the name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments; variables are replaced by their values.</param>
/// <param name="Fields">What is selected of it; empty for leaves.</param>
internal sealed record QueryField(
    string Key,
    string Name,
    IReadOnlyDictionary<string, object?> Arguments,
    IReadOnlyList<QueryField> Fields
);
