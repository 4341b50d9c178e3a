using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Planning;

/// <summary>A root field answered without the database.</summary>
/// <param name="Key">Its response key.</param>
/// <param name="Location">Where it is selected.</param>
/// <param name="Render">From the leaves of the variables, and the bytes that may be written, to JSON.</param>
internal sealed record MemoryRoot(string Key, Location Location, Func<object?[], long, byte[]> Render)
    : RootPlan(Key, IsNonNull: false, Location);
