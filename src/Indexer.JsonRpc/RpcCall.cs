using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>
/// A set of calls on its way to being answered by one endpoint, over several tries: what was got is kept for the next try.
/// </summary>
internal sealed class RpcCall(
    IReadOnlyList<RpcRequest> requests,
    RpcEndpoint endpoint,
    RpcScope scope,
    Func<int, long> takeIds
)
{
    private const string Logs = "eth_getLogs";
    private readonly RpcResult?[] results = new RpcResult?[requests.Count];
    private readonly bool[] open = [.. Enumerable.Repeat(true, requests.Count)];
    private int batchLimit = int.MaxValue;

    /// <summary>Who is asked.</summary>
    public RpcEndpoint Endpoint => endpoint;

    /// <summary>The question that it is part of.</summary>
    public RpcScope Scope => scope;

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
        try
        {
            while (await AskOpenAsync(cancellationToken)) { }

            endpoint.Answered();
        }
        catch (EndpointFailureException failure)
        {
            failure.Call = this;
            scope.Failures++;
            endpoint.Failed(failure.RetryAfter);
            throw;
        }

        var index = Array.IndexOf(open, true);
        if (index >= 0)
        {
            scope.Failures++;
            throw new EndpointFailureException(results[index]!.Value.Error!.Message) { Call = this };
        }

        scope.Failures = 0;
    }

    /// <summary>Asks for what is open; true when a batch was refused, so that the rest has to be asked in smaller ones.</summary>
    private async Task<bool> AskOpenAsync(CancellationToken cancellationToken)
    {
        var indices = Enumerable.Range(0, requests.Count).Where(index => open[index]);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var size = Math.Min(batchLimit, endpoint.BatchLimit);
        var asked = indices.Chunk(size).Select(chunk => AskAsync(chunk, failed)).ToList();
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

    private async Task<bool> AskAsync(int[] chunk, CancellationTokenSource failed)
    {
        try
        {
            var exchange = new RpcExchange(takeIds(chunk.Length), Array.ConvertAll(chunk, index => requests[index]));
            var responses = await endpoint.AskAsync(exchange, failed.Token);
            EndpointFailureException? failure = null;
            for (var i = 0; i < chunk.Length; i++)
            {
                // What the node did answer stays answered, so that a rate limit inside a batch only delays the rest.
                failure = Take(chunk[i], responses[i]) ?? failure;
            }

            return failure is null ? false : throw failure;
        }
        catch (BatchRefusedException)
        {
            AskLess(chunk);
            return true;
        }
        catch (AnswerTooLargeException) when (chunk.Length > 1)
        {
            AskLess(chunk);
            return true;
        }
        catch (AnswerTooLargeException exception)
        {
            var error = Error(chunk[0], new RpcErrorObject(NodeErrors.ResponseTooLarge, exception.Message));
            (results[chunk[0]], open[chunk[0]]) = (new RpcResult(default, error), false);
            return false;
        }
        catch (EndpointFailureException)
        {
            await failed.CancelAsync();
            throw;
        }
    }

    /// <summary>Takes smaller batches after one was refused: for good, unless the range of the logs in it may have been the reason.</summary>
    private void AskLess(int[] chunk)
    {
        batchLimit = Math.Max(1, Math.Min(batchLimit, chunk.Length / 2));
        if (!Array.Exists(chunk, index => requests[index].Method == Logs))
        {
            endpoint.RefusedBatchOf(chunk.Length);
        }
    }

    /// <summary>Takes one answer of the endpoint.</summary>
    /// <returns>Why the call is still open although the endpoint answered; null when it counts as answered.</returns>
    private EndpointFailureException? Take(int index, JsonElement response)
    {
        if (RpcErrorObject.Read(response) is not { } said)
        {
            results[index] = response.TryGetProperty("result", out var value)
                ? new RpcResult(value, null) { Endpoint = endpoint.Name }
                : throw new EndpointFailureException("the answer has a response with neither result nor error");
            open[index] = false;
            return null;
        }

        var error = said with { Message = endpoint.Conceal(said.Message) };
        var method = requests[index].Method;
        if (NodeErrors.IsRateLimit(method, error.Code, error.Message))
        {
            return new EndpointFailureException($"error {error.Code}: {error.Message}");
        }

        if (NodeErrors.IsPruned(error.Code, error.Message))
        {
            endpoint.Lacks(scope.Need);
        }

        results[index] = new RpcResult(default, Error(index, error));
        open[index] = NodeErrors.IsPassing(method, error.Code, error.Message);
        return null;
    }

    private RpcErrorException Error(int index, RpcErrorObject error) =>
        new(requests[index].Method, endpoint.Name, error.Code, error.Message);
}
