using System.Text.Json;
using Indexer.JsonRpc;

namespace Indexer.Snapshot;

/// <summary>Asks one endpoint of the hub once: GraphQL over HTTP POST.</summary>
internal sealed class HubConnection(Endpoint endpoint, SnapshotOptions options) : IDisposable
{
    private const int MostRefusalText = 300;
    private readonly HttpPost http = new(endpoint, options.MaxAnswerBytes, options.TimeProvider, key: options.ApiKey);

    /// <summary>Sends a query and reads what came back.</summary>
    /// <exception cref="HubFailureException">There was no usable answer.</exception>
    /// <exception cref="SnapshotDataException">The hub refused the query.</exception>
    public async Task<HubAnswer> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return Read(await http.SendAsync(request, either.Token));
        }
        catch (OperationCanceledException exception)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HubFailureException(
                $"{endpoint}: no answer within {(long)options.Timeout.TotalMilliseconds} ms",
                exception
            );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or InvalidDataException or AnswerTooLargeException)
        {
            throw new HubFailureException($"{endpoint}: {exception.Message}", exception);
        }
    }

    public void Dispose() => http.Dispose();

    private HubAnswer Read(HttpAnswer given)
    {
        if (given.Status is 408 or 429 or >= 500)
        {
            throw Failure(given);
        }

        var body = AnswerText.Repair(given.Body.ToArray());
        var answer = AnswerText.Parse(body);
        var errors = answer is { } json ? HubErrors.Of(json, given.Status) : null;
        if (errors is { Items: null })
        {
            throw errors.MayPass
                ? new HubFailureException($"{endpoint}: {Conceal(errors.Message)}")
                : new SnapshotDataException(
                    $"{endpoint} refused the query: {Conceal(errors.Message)}",
                    FailureKind.Final
                );
        }

        if (!given.IsSuccess)
        {
            throw new HubFailureException($"{endpoint}: {Conceal(given.Reason)}") { Retryable = false };
        }

        return
            answer is { ValueKind: JsonValueKind.Object } whole
            && whole.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
            ? new HubAnswer(
                data,
                given.Time,
                errors?.Items?.ToDictionary(entry => entry.Key, entry => Conceal(entry.Value)) ?? []
            )
            : throw new HubFailureException(
                $"{endpoint}: the answer has no data (it starts with '{Conceal(AnswerText.Start(body, MostRefusalText))}')"
            );
    }

    private HubFailureException Failure(HttpAnswer answer) =>
        new($"{endpoint}: {Conceal(answer.ReasonWithin(options.MaxRetryAfter))}")
        {
            Retryable = !answer.AsksTooMuch(options.MaxRetryAfter),
            RetryAfter = answer.RetryAfter,
        };

    /// <summary>What the hub said, without secrets that it may have echoed.</summary>
    private string Conceal(string text) => endpoint.Conceal(options.ApiKey?.Conceal(text) ?? text);
}
