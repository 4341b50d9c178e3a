namespace Indexer.GraphQL.Execution;

/// <summary>
/// The requests that wait for a turn of their own, those that ask the same together: when a page is opened by many at once,
/// or a block tells all of them to ask again, one statement answers. No request reads data from before it came.
/// </summary>
/// <remarks>For use by many requests at once.</remarks>
internal sealed class Herds
{
    private static readonly EqualityComparer<WaitingRequest> Question = EqualityComparer<WaitingRequest>.Create(
        (one, other) => one!.AsksTheSameAs(other!),
        request => request.QuestionHash
    );

    private readonly Lock gate = new();
    private readonly Dictionary<WaitingRequest, Herd> waiting = new(Question);

    /// <summary>Joins the requests that ask the same.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Its herd when it is the first; null when another asks for it, whose answer is to be awaited.</returns>
    public Herd? Join(WaitingRequest request)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(request, out var herd))
            {
                herd.Followers.Add(request);
                return null;
            }

            return waiting[request] = new Herd(request);
        }
    }

    /// <summary>Lets nobody join any more: the first one begins, or gives up.</summary>
    public void Close(Herd herd)
    {
        lock (gate)
        {
            // One that asks the same may lead a herd of its own by now.
            if (waiting.TryGetValue(herd.First, out var current) && current == herd)
            {
                waiting.Remove(herd.First);
            }
        }
    }
}
