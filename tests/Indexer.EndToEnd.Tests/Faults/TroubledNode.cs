using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.EndToEnd.Tests.Faults;

/// <summary>
/// A proxy before the nodes of a world that fails a tenth of the requests in every way in which providers do, and tells of each
/// request, so that a test can pace what else goes wrong.
/// </summary>
internal sealed class TroubledNode : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly HttpClient node = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly Lock gate = new();
    private readonly Random random;
    private long requests;
    private (long Count, TaskCompletionSource Reached)? awaited;

    private TroubledNode(int seed)
    {
        random = new Random(seed);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        application = builder.Build();
    }

    /// <summary>How many requests failed so far.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether requests fail.</summary>
    public bool IsTroubled { get; set; } = true;

    public int Port { get; private set; }

    /// <summary>Starts a proxy before the nodes at an address.</summary>
    public static async Task<TroubledNode> StartAsync(Uri nodes, int seed)
    {
        var proxy = new TroubledNode(seed);
        proxy.application.Run(context => proxy.AnswerAsync(context, nodes));
        await proxy.application.StartAsync();
        var addresses = proxy
            .application.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>();
        proxy.Port = new Uri(addresses!.Addresses.First()).Port;
        return proxy;
    }

    /// <summary>Waits until so many more requests came.</summary>
    public Task AfterAsync(int more, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            awaited = (requests + more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return awaited.Value.Reached.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        node.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, Uri nodes)
    {
        var trouble = Count();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (trouble is { } way)
        {
            await FailAsync(context, way, Encoding.UTF8.GetString(body.ToArray()));
            return;
        }

        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new("application/json");
        using var answer = await node.PostAsync(new Uri(nodes, context.Request.Path), content);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = "application/json";
        // The hub's clock.
        context.Response.Headers.Date = answer.Headers.Date?.ToString("r", CultureInfo.InvariantCulture);
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private int? Count()
    {
        lock (gate)
        {
            requests++;
            if (awaited is { } next && requests >= next.Count)
            {
                awaited = null;
                next.Reached.TrySetResult();
            }

            if (!IsTroubled || random.Next(10) != 0)
            {
                return null;
            }

            Failures++;
            return random.Next(7);
        }
    }

    private static async Task FailAsync(HttpContext context, int way, string request)
    {
        var response = context.Response;
        response.ContentType = "application/json";
        switch (way)
        {
            case 0:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case 1:
                response.StatusCode = StatusCodes.Status429TooManyRequests;
                response.Headers.RetryAfter = "0";
                break;
            case 2:
                context.Abort();
                break;
            case 3:
                response.ContentType = "text/html";
                await response.WriteAsync("<html>502 Bad Gateway</html>");
                break;
            case 4:
                await response.WriteAsync("[{\"jsonrpc\":\"2.0\",\"id\":1,\"resu");
                break;
            case 5:
                await response.WriteAsync(
                    Everywhere(request, "\"error\":{\"code\":-32000,\"message\":\"header not found\"}")
                );
                break;
            default:
                await response.WriteAsync(
                    Everywhere(
                        request,
                        "\"error\":{\"code\":-32005,\"message\":\"daily request count exceeded, request rate limited\"}"
                    )
                );
                break;
        }
    }

    /// <summary>The same member as the answer to each call of a request; to a question in GraphQL an error with status 200.</summary>
    private static string Everywhere(string request, string member)
    {
        var asked = System.Text.Json.JsonElement.Parse(request);
        return asked.ValueKind == System.Text.Json.JsonValueKind.Array
                ? $"[{string.Join(',', asked.EnumerateArray().Select(Answer))}]"
            : asked.TryGetProperty("query", out _) ? "{\"errors\":[{\"message\":\"database is down\"}]}"
            : Answer(asked);

        string Answer(System.Text.Json.JsonElement call) =>
            $"{{\"jsonrpc\":\"2.0\",\"id\":{call.GetProperty("id").GetRawText()},{member}}}";
    }
}
