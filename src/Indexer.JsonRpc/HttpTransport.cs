using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>JSON-RPC over HTTP POST.</summary>
internal sealed class HttpTransport(Endpoint endpoint, RpcClientOptions options) : IRpcTransport
{
    private const int BadRequest = 400;
    private const int TooLarge = 413;
    private const int TooManyRequests = 429;
    private const int RequestTimeout = 408;
    private const int ServerError = 500;
    private readonly HttpPost http = new(
        endpoint,
        options.MaxAnswerBytes,
        options.TimeProvider,
        options.MaxConcurrency
    );

    public async Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.SendAsync(exchange.Write(), cancellationToken);
            return answer.IsSuccess ? BoundedBuffer.Parse(answer.Body) : Refusal(answer, exchange);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new EndpointFailureException(exception.Message, exception);
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The JSON-RPC error that some nodes send under a status of failure.</summary>
    /// <exception cref="EndpointFailureException">There is none.</exception>
    /// <exception cref="BatchRefusedException">The status may mean the size of the batch.</exception>
    /// <exception cref="AnswerTooLargeException">A single call asks for too much.</exception>
    private JsonElement Refusal(HttpAnswer answer, RpcExchange exchange)
    {
        var passes = answer.Status is RequestTimeout or >= ServerError;
        if (answer.Status == TooManyRequests || (passes && answer.RetryAfter is not null))
        {
            throw new EndpointFailureException(answer.ReasonWithin(options.MaxRetryAfter))
            {
                RetryAfter = answer.RetryAfter,
                Retryable = !answer.AsksTooMuch(options.MaxRetryAfter),
            };
        }

        if (Error(answer) is { } error)
        {
            return error;
        }

        throw exchange.IsBatch && answer.Status is BadRequest or TooLarge ? new BatchRefusedException(answer.Reason)
        : answer.Status == TooLarge ? new AnswerTooLargeException(answer.Reason)
        : new EndpointFailureException(answer.Reason) { Retryable = passes };
    }

    /// <summary>The body as a JSON-RPC error or a list of answers; null when it is neither, so that the status says enough.</summary>
    private static JsonElement? Error(HttpAnswer answer)
    {
        if (answer.MediaType != "application/json")
        {
            return null;
        }

        try
        {
            var json = BoundedBuffer.Parse(answer.Body);
            var isError = json.ValueKind == JsonValueKind.Object && RpcErrorObject.Read(json) is { Code: not 0 };
            return isError || json.ValueKind == JsonValueKind.Array ? json : null;
        }
        catch (EndpointFailureException)
        {
            return null;
        }
    }
}
