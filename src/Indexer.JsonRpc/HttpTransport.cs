using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>JSON-RPC over HTTP POST.</summary>
internal sealed class HttpTransport : IRpcTransport
{
    private readonly HttpClient http;
    private readonly Uri address;
    private readonly RpcClientOptions options;

    public HttpTransport(Uri endpoint, RpcClientOptions options)
    {
        this.options = options;
        address = new UriBuilder(endpoint) { UserName = "", Password = "" }.Uri;
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression =
                DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            MaxConnectionsPerServer = options.MaxConcurrency,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = options.CallTimeout,
            AllowAutoRedirect = false,
        };
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("phala-indexer");
        if (BasicAuthentication.HeaderOf(endpoint) is { } authorization)
        {
            http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }
    }

    public async Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new ReadOnlyMemoryContent(exchange.Write());
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            return response.IsSuccessStatusCode
                ? await ReadAsync(response, cancellationToken)
                : await ReadRefusalAsync(response, exchange, cancellationToken);
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

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > options.MaxAnswerBytes)
        {
            throw new AnswerTooLargeException(options.MaxAnswerBytes);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new BoundedBuffer(options.MaxAnswerBytes);
        while (await stream.ReadAsync(buffer.Room(), cancellationToken) is var count and > 0)
        {
            buffer.Advance(count);
        }

        return buffer.Parse();
    }

    private async Task<JsonElement> ReadRefusalAsync(
        HttpResponseMessage response,
        RpcExchange exchange,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        var cause = $"HTTP {status} {response.ReasonPhrase}";
        if (status == 429 || status is 408 or >= 500 && RetryAfter(response) is not null)
        {
            var wait = RetryAfter(response);
            var tooLong = wait > options.MaxRetryAfter;
            throw new EndpointFailureException(tooLong ? $"{cause}, to be asked again in {wait}" : cause)
            {
                RetryAfter = wait,
                Retryable = !tooLong,
            };
        }

        if (await ReadErrorAsync(response, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (
            exchange.IsBatch && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge
        )
        {
            throw new BatchRefusedException(cause);
        }

        throw new EndpointFailureException(cause) { Retryable = status is 408 or >= 500 };
    }

    /// <summary>The JSON-RPC error that some nodes send under a status of failure; null when the body is none.</summary>
    private async Task<JsonElement?> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        try
        {
            var answer = await ReadAsync(response, cancellationToken);
            var isError = answer.ValueKind == JsonValueKind.Object && RpcErrorObject.Read(answer) is { Code: not 0 };
            return isError || answer.ValueKind == JsonValueKind.Array ? answer : null;
        }
        catch (EndpointFailureException)
        {
            // The body is something else; the status says enough.
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var value = response.Headers.RetryAfter;
        var wait = value?.Delta ?? value?.Date - options.TimeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
