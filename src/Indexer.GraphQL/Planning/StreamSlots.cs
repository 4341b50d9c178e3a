namespace Indexer.GraphQL.Planning;

/// <summary>The places, from 0, of the parameters that differ from page to page of a stream.</summary>
/// <param name="From">The first step.</param>
/// <param name="UpTo">The last step.</param>
/// <param name="Limit">The number of messages.</param>
/// <param name="Key">The key of the message before the page; null at the beginning of a step.</param>
internal sealed record StreamSlots(int From, int UpTo, int Limit, IReadOnlyList<int> Key);
