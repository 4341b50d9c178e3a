namespace Indexer.JsonRpc;

/// <summary>Puts one question to all endpoints at once.</summary>
/// <param name="pool">The endpoints.</param>
/// <param name="options">How long a slow one is waited for.</param>
/// <param name="open">The client that asks one of them.</param>
internal sealed class EveryEndpoint<T>(EndpointPool pool, RpcClientOptions options, Func<RpcEndpoint, IRpcClient> open)
{
    /// <summary>The answers of those that are not left alone and answer soon after the first; none when all fail.</summary>
    public async Task<IReadOnlyList<EndpointAnswer<T>>> AskAsync(
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = pool
            .All.Index()
            .Where(entry => !entry.Item.IsResting)
            .Select(entry => TryAsync(entry.Index, entry.Item, question, stop.Token))
            .ToList();
        var answers = new List<EndpointAnswer<T>>();
        Task grace = Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, stop.Token);
        while (asked.Count > 0 && await Task.WhenAny([grace, .. asked]) is Task<EndpointAnswer<T>?> done)
        {
            asked.Remove(done);
            if (await done is { } answer)
            {
                if (answers.Count == 0)
                {
                    grace = Task.Delay(options.SlowestAnswer, options.TimeProvider, stop.Token);
                }

                answers.Add(answer);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(asked);
        cancellationToken.ThrowIfCancellationRequested();
        return [.. answers.OrderBy(answer => answer.Index)];
    }

    private async Task<EndpointAnswer<T>?> TryAsync(
        int index,
        RpcEndpoint endpoint,
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new EndpointAnswer<T>(index, endpoint.Name, await question(open(endpoint), cancellationToken));
        }
        catch (SourceFailureException failure) when (failure.Kind != FailureKind.Final)
        {
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Others have answered; it is left alone for a while, so that it does not delay every look.
            endpoint.Failed(asked: null);
            return null;
        }
    }
}
