using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.Nodes.Tests;

/// <summary>Stands before a node on a free loopback port and bends its answers.</summary>
public sealed class LyingProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();
    private readonly Uri node;

    private LyingProxy(WebApplication app, Uri node)
    {
        (this.app, this.node) = (app, node);
        app.MapPost("/", AnswerAsync);
    }

    /// <summary>Changes an answer: gets the method, its parameters and the result of the node.</summary>
    public Func<string, JsonArray, JsonNode?, JsonNode?> Bend { get; set; } = (_, _, result) => result;

    public Uri Http => new(app.Urls.Single());

    public static async Task<LyingProxy> StartAsync(AnvilNode node)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var proxy = new LyingProxy(builder.Build(), node.Http);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        using var content = new StringContent(asked!.ToJsonString(), null, "application/json");
        using var response = await client.PostAsync(node, content, context.RequestAborted);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(context.RequestAborted))!;
        var requests = asked is JsonArray batch ? batch.ToList() : [asked];
        var answers = answer is JsonArray all ? all.ToList() : [answer];
        foreach (var one in answers.Where(one => one!["result"] is not null))
        {
            var request = requests.Find(request => JsonNode.DeepEquals(request!["id"], one!["id"]))!;
            one!["result"] = Bend(
                request["method"]!.GetValue<string>(),
                request["params"]!.AsArray(),
                one["result"]!.DeepClone()
            );
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
