using System.Net;
using System.Net.Http.Headers;

namespace Indexer.JsonRpc;

/// <summary>Posts JSON to one endpoint: what the clients of nodes and hubs have in common. Redirections are not followed.</summary>
public sealed class HttpPost : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient http;
    private readonly Uri target;
    private readonly int maxAnswerBytes;
    private readonly TimeProvider timeProvider;

    /// <summary>Makes a sender; connections are opened by the first request.</summary>
    /// <param name="endpoint">Where to send.</param>
    /// <param name="maxAnswerBytes">Largest answer in bytes, after decompression.</param>
    /// <param name="timeProvider">The clock to which waits are told.</param>
    /// <param name="maxConnections">Most connections at once.</param>
    /// <param name="key">A key to send along, in the header <c>x-api-key</c>.</param>
    public HttpPost(
        Endpoint endpoint,
        int maxAnswerBytes,
        TimeProvider timeProvider,
        int maxConnections = int.MaxValue,
        Secret? key = null
    )
    {
        (target, this.maxAnswerBytes, this.timeProvider) = (endpoint.Target, maxAnswerBytes, timeProvider);
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression =
                DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            MaxConnectionsPerServer = maxConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        };
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("phala-indexer");
        if (endpoint.Authorization is { } authorization)
        {
            http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("x-api-key", key.Reveal());
        }
    }

    /// <summary>Sends one body and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="IOException">The answer was cut.</exception>
    /// <exception cref="InvalidDataException">The answer cannot be decompressed.</exception>
    /// <exception cref="AnswerTooLargeException">The answer is beyond the limit.</exception>
    public async Task<HttpAnswer> SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target);
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = Json;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new HttpAnswer(
            (int)response.StatusCode,
            $"HTTP {(int)response.StatusCode} {response.ReasonPhrase}",
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.Date ?? timeProvider.GetUtcNow(),
            RetryAfter(response),
            await ReadAsync(response, cancellationToken)
        );
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (response.Content.Headers.ContentLength > maxAnswerBytes)
        {
            throw new AnswerTooLargeException(maxAnswerBytes);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new BoundedBuffer(maxAnswerBytes);
        while (await stream.ReadAsync(buffer.Room(), cancellationToken) is var count and > 0)
        {
            buffer.Advance(count);
        }

        return buffer.Taken();
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var value = response.Headers.RetryAfter;
        var wait = value?.Delta ?? value?.Date - timeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
