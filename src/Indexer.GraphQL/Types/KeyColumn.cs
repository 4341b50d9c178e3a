namespace Indexer.GraphQL.Types;

/// <summary>A column of a type's unique key.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
public sealed record KeyColumn(string Name, SqlType Type);
