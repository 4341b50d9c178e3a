using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>
/// A set of calls on its way to being answered, over several tries. All answers come from one endpoint: what was got is
/// kept for the next try at the same endpoint and dropped when another one has to be asked.
/// </summary>
internal sealed class RpcCall(IReadOnlyList<RpcRequest> requests, EndpointPool pool, Func<int, long> takeIds)
{
    private readonly RpcResult?[] results = new RpcResult?[requests.Count];
    private readonly bool[] open = [.. Enumerable.Repeat(true, requests.Count)];
    private RpcEndpoint? endpoint;

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>The first method, to name the call by.</summary>
    public string Method =>
        requests.Count == 1 ? requests[0].Method : $"{requests[0].Method} (batch of {requests.Count})";

    /// <summary>Whether every call has an answer, be it an error that a further try might have changed.</summary>
    public bool IsAnswered => Array.TrueForAll(results, result => result is not null);

    /// <summary>The answers in the order of the requests.</summary>
    public IReadOnlyList<RpcResult> Results => Array.ConvertAll(results, result => result!.Value);

    /// <summary>Asks for what is still open.</summary>
    /// <exception cref="EndpointFailureException">Something is still open after it.</exception>
    public async Task AttemptAsync(CancellationToken cancellationToken)
    {
        Attempts++;
        var chosen = pool.Choose(endpoint);
        if (chosen != endpoint)
        {
            Array.Clear(results);
            Array.Fill(open, true);
            endpoint = chosen;
        }

        try
        {
            while (await AskOpenAsync(chosen, cancellationToken)) { }

            chosen.Answered();
        }
        catch (EndpointFailureException failure)
        {
            failure.Endpoint = chosen;
            chosen.Failed(failure.RetryAfter);
            throw;
        }

        ThrowIfOpen(chosen);
    }

    /// <summary>Asks for what is open; true when a batch was refused, so that the rest has to be asked in smaller ones.</summary>
    private async Task<bool> AskOpenAsync(RpcEndpoint chosen, CancellationToken cancellationToken)
    {
        var indices = Enumerable.Range(0, requests.Count).Where(index => open[index]);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = indices.Chunk(chosen.BatchLimit).Select(chunk => AskAsync(chosen, chunk, failed)).ToList();
        EndpointFailureException? failure = null;
        var refused = false;
        await foreach (var chunk in Task.WhenEach(asked))
        {
            try
            {
                refused |= await chunk;
            }
            catch (EndpointFailureException exception)
            {
                failure ??= exception;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Withdrawn because of a failure, which may come after those that were withdrawn for it.
            }
        }

        return failure is null ? refused : throw failure;
    }

    private async Task<bool> AskAsync(RpcEndpoint chosen, int[] chunk, CancellationTokenSource failed)
    {
        try
        {
            var exchange = new RpcExchange(takeIds(chunk.Length), Array.ConvertAll(chunk, index => requests[index]));
            var responses = await chosen.AskAsync(exchange, failed.Token);
            EndpointFailureException? failure = null;
            for (var i = 0; i < chunk.Length; i++)
            {
                // What the node did answer stays answered, so that a rate limit inside a batch only delays the rest.
                failure = Take(chosen, chunk[i], responses[i]) ?? failure;
            }

            return failure is null ? false : throw failure;
        }
        catch (BatchRefusedException)
        {
            chosen.RefusedBatchOf(chunk.Length);
            return true;
        }
        catch (AnswerTooLargeException) when (chunk.Length > 1)
        {
            chosen.RefusedBatchOf(chunk.Length);
            return true;
        }
        catch (AnswerTooLargeException exception)
        {
            var error = Error(chosen, chunk[0], new RpcErrorObject(NodeErrors.ResponseTooLarge, exception.Message));
            (results[chunk[0]], open[chunk[0]]) = (new RpcResult(default, error), false);
            return false;
        }
        catch (EndpointFailureException)
        {
            await failed.CancelAsync();
            throw;
        }
    }

    /// <summary>Takes one answer of an endpoint.</summary>
    /// <returns>Why the call is still open although the endpoint answered; null when it counts as answered.</returns>
    private EndpointFailureException? Take(RpcEndpoint chosen, int index, JsonElement response)
    {
        if (RpcErrorObject.Read(response) is not { } said)
        {
            results[index] = response.TryGetProperty("result", out var value)
                ? new RpcResult(value, null)
                : throw new EndpointFailureException("the answer has a response with neither result nor error");
            open[index] = false;
            return null;
        }

        var error = said with { Message = chosen.Conceal(said.Message) };
        var kind = NodeErrors.Classify(error.Code, error.Message);
        if (kind == NodeErrorKind.RateLimit)
        {
            return new EndpointFailureException($"error {error.Code}: {error.Message}");
        }

        results[index] = new RpcResult(default, Error(chosen, index, error));
        open[index] = kind == NodeErrorKind.Passing;
        return null;
    }

    private void ThrowIfOpen(RpcEndpoint chosen)
    {
        var index = Array.IndexOf(open, true);
        if (index >= 0)
        {
            throw new EndpointFailureException(results[index]!.Value.Error!.Message) { Endpoint = chosen };
        }
    }

    private RpcErrorException Error(RpcEndpoint chosen, int index, RpcErrorObject error) =>
        new(requests[index].Method, chosen.Name, error.Code, error.Message);
}
