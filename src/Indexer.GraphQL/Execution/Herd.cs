namespace Indexer.GraphQL.Execution;

/// <summary>Requests that ask the same. The first waits for a turn; those that come before it begins get its answer.</summary>
/// <param name="first">The first of them.</param>
internal sealed class Herd(WaitingRequest first)
{
    /// <summary>The one that asks for all.</summary>
    public WaitingRequest First => first;

    /// <summary>The others.</summary>
    public List<WaitingRequest> Followers { get; } = [];
}
