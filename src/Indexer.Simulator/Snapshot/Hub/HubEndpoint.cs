using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Indexer.Simulator.Snapshot;

/// <summary>A hub over HTTP: GraphQL by POST, its clock in the header Date, its limits and its faults.</summary>
internal sealed class HubEndpoint(SimulatedSpace space, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _lastMinute = new();

    public async Task AnswerAsync(HttpContext context, CancellationToken cancellation)
    {
        var now = space.Clock();
        context.Response.Headers.Date = DateTimeOffset
            .FromUnixTimeSeconds(now)
            .ToString("R", CultureInfo.InvariantCulture);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        if (await RefuseAsync(context, space.CountRequest(), cancellation))
        {
            return;
        }
        var (status, answer) = Answer(body.ToArray(), now);
        var bytes = Encoding.UTF8.GetBytes(answer);
        var isCut = IsTurn(space.Faults.CutEvery, space.Requests);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(
            bytes.AsMemory(0, isCut ? bytes.Length / 2 : bytes.Length),
            cancellation
        );
    }

    private async Task<bool> RefuseAsync(HttpContext context, int request, CancellationToken cancellation)
    {
        var faults = space.Faults;
        if (IsTurn(faults.HangEvery, request))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
        }
        if (faults.IsDown || IsTurn(faults.FailEvery, request))
        {
            context.Response.StatusCode = faults.IsDown ? 503 : 502;
            await context.Response.WriteAsync("<html>Bad gateway</html>", cancellation);
            return true;
        }
        var wait = IsTurn(faults.TooManyEvery, request) ? faults.RetryAfter ?? -1 : Overload(faults.RequestsPerMinute);
        if (wait is not { } seconds)
        {
            if (!IsTurn(faults.ErrorEvery, request))
            {
                return false;
            }
            await context.Response.WriteAsync(Error("Query timed out", "INTERNAL_SERVER_ERROR"), cancellation);
            return true;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (seconds >= 0)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
        await context.Response.WriteAsync(
            """{"error":"unauthorized","error_description":"too many requests, refer to the documentation"}""",
            cancellation
        );
        return true;
    }

    /// <summary>The seconds to wait when the last minute had its fill of requests; null when it had not.</summary>
    private int? Overload(int most)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_lastMinute.TryPeek(out var oldest) && oldest <= now.AddMinutes(-1))
            {
                _lastMinute.Dequeue();
            }
            if (most > 0 && _lastMinute.Count >= most)
            {
                return (int)Math.Ceiling((_lastMinute.Peek().AddMinutes(1) - now).TotalSeconds);
            }
            _lastMinute.Enqueue(now);
            return null;
        }
    }

    private (int Status, string Answer) Answer(byte[] body, long now)
    {
        try
        {
            var request = JsonDocument.Parse(body).RootElement;
            var variables = request.TryGetProperty("variables", out var given) ? given : default;
            var query = QueryReader.Read(request.GetProperty("query").GetString()!, variables);
            return (200, new HubSchema(space.BooksAt(now), space.Faults).Answer(query));
        }
        catch (HubException refusal)
        {
            return (400, Error(refusal.Message, refusal.Code));
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (400, Error("Body must be JSON with a query.", "BAD_REQUEST"));
        }
    }

    private static bool IsTurn(int every, int request) => every > 0 && request % every == 0;

    private static string Error(string message, string code) =>
        $$"""{"errors":[{"message":{{HubJson.Text(message)}},"extensions":{"code":"{{code}}"} }],"data":null}""";
}
