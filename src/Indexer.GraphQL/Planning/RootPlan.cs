using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Planning;

/// <summary>How one root field is answered.</summary>
/// <param name="Key">Its response key.</param>
/// <param name="IsNonNull">Whether a failure makes the whole data null.</param>
/// <param name="Location">Where it is selected.</param>
internal abstract record RootPlan(string Key, bool IsNonNull, Location Location);
