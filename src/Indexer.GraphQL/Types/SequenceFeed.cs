namespace Indexer.GraphQL.Types;

/// <summary>
/// A table of steps whose numbers ascend in the order in which they become visible, and the channel that tells of new
/// ones. Streams are cut along these steps; a client that comes back continues after the step it saw last.
/// </summary>
/// <param name="Channel">The channel of NOTIFY that wakes listeners; the payload does not matter.</param>
/// <param name="Table">The table of the steps.</param>
/// <param name="Column">Its column of numbers, <c>bigint</c>, unique.</param>
public sealed record SequenceFeed(string Channel, string Table, string Column);
