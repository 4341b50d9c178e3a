using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>Asks the hub once: GraphQL over HTTP POST.</summary>
internal sealed class HubConnection : IDisposable
{
    private const int MostRefusalText = 300;
    private readonly SnapshotOptions options;
    private readonly HttpClient http;

    public HubConnection(SnapshotOptions options)
    {
        this.options = options;
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression =
                DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        };
        http = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = options.MaxAnswerBytes,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("phala-indexer");
        if (options.ApiKey is { } key)
        {
            http.DefaultRequestHeaders.Add("x-api-key", key);
        }
    }

    /// <summary>Host and port of an endpoint: what a message may say of it.</summary>
    public static string NameOf(Uri endpoint) =>
        endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    public async Task<HubAnswer> AskAsync(Uri endpoint, byte[] request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var content = new ByteArrayContent(request);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(endpoint, content, either.Token);
            var body = AnswerText.Repair(await response.Content.ReadAsByteArrayAsync(either.Token));
            return Read(endpoint, response, body);
        }
        catch (OperationCanceledException exception)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HubFailureException(
                $"{NameOf(endpoint)}: no answer within {(long)options.Timeout.TotalMilliseconds} ms",
                exception
            );
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new HubFailureException($"{NameOf(endpoint)}: {exception.Message}", exception);
        }
    }

    public void Dispose() => http.Dispose();

    private HubAnswer Read(Uri endpoint, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (status is 408 or 429 or >= 500)
        {
            throw Failure(endpoint, response);
        }

        var answer = AnswerText.Parse(body);
        if (answer is { } json && HubErrors.Of(json) is { } errors)
        {
            throw errors.MayPass
                ? new HubFailureException($"{NameOf(endpoint)}: {errors.Message}")
                : new SnapshotDataException($"{NameOf(endpoint)} refused the query: {errors.Message}");
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new HubFailureException($"{NameOf(endpoint)}: HTTP {status} {response.ReasonPhrase}")
            {
                Retryable = false,
            };
        }

        return
            answer is { ValueKind: JsonValueKind.Object } given
            && given.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
            ? new HubAnswer(data, response.Headers.Date ?? options.TimeProvider.GetUtcNow())
            : throw new HubFailureException(
                $"{NameOf(endpoint)}: the answer has no data (it starts with '{AnswerText.Start(body, MostRefusalText)}')"
            );
    }

    private HubFailureException Failure(Uri endpoint, HttpResponseMessage response)
    {
        var value = response.Headers.RetryAfter;
        var wait = value?.Delta ?? value?.Date - options.TimeProvider.GetUtcNow();
        var tooLong = wait > options.MaxRetryAfter;
        var asked = tooLong ? $", to be asked again in {wait}" : "";
        return new HubFailureException(
            $"{NameOf(endpoint)}: HTTP {(int)response.StatusCode} {response.ReasonPhrase}{asked}"
        )
        {
            Retryable = !tooLong,
            RetryAfter = wait < TimeSpan.Zero ? TimeSpan.Zero : wait,
        };
    }
}
