namespace Indexer.GraphQL.Inputs;

/// <summary>What a global id names, but for the values: everything that the SQL for it depends on.</summary>
/// <param name="Type">The type of the object.</param>
/// <param name="Point">The way in which it names a point in time; null when it does not.</param>
/// <param name="Parts">The parts of the key.</param>
internal sealed record NamedObject(string Type, string? Point, int Parts);
