using System.Net;
using Indexer.Simulator.Rpc;
using Indexer.Simulator.Snapshot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Indexer.Simulator;

/// <summary>
/// Serves a world as JSON-RPC on the loopback interface: one path per network, for HTTP and WebSocket alike,
/// e.g. <c>http://127.0.0.1:41234/khala</c> and <c>ws://127.0.0.1:41234/khala</c>; and the hub of its Snapshot space as
/// GraphQL at <c>http://127.0.0.1:41234/snapshot</c>.
/// </summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorServer(WebApplication application, int port) => (_application, Port) = (application, port);

    /// <summary>The port that all networks share.</summary>
    public int Port { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="world">What to serve.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="time">For injected latency; the system's by default.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(
        World world,
        int port = 0,
        TimeProvider? time = null,
        CancellationToken cancellation = default
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var application = builder.Build();
        var endpoints = world.Networks.ToDictionary(
            network => "/" + network.Name,
            network => new RpcEndpoint(network, InProcessNode.Methods(network), time ?? TimeProvider.System)
        );
        var hub = new HubEndpoint(world.Space, time ?? TimeProvider.System);
        application.UseWebSockets();
        application.Run(context =>
            context.Request.Path.Value is not { } path ? NoNetworkAsync(context)
            : path == "/" + SimulatedSpace.Name ? AskHubAsync(context, hub, application.Lifetime.ApplicationStopping)
            : endpoints.TryGetValue(path, out var endpoint)
                ? HandleAsync(context, endpoint, application.Lifetime.ApplicationStopping)
            : NoNetworkAsync(context)
        );
        try
        {
            await application.StartAsync(cancellation);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new(application, new Uri(addresses!.Addresses.First()).Port);
    }

    /// <summary>The HTTP address of a network.</summary>
    /// <param name="network">Its name.</param>
    public Uri Http(string network) => new($"http://127.0.0.1:{Port}/{network}");

    /// <summary>The WebSocket address of a network.</summary>
    /// <param name="network">Its name.</param>
    public Uri WebSocket(string network) => new($"ws://127.0.0.1:{Port}/{network}");

    /// <summary>Closes all connections and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static Task NoNetworkAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync(
            "There is no such network; ask /khala, /phala, /ethereum, /phala-l2 or /snapshot."
        );
    }

    private static async Task AskHubAsync(HttpContext context, HubEndpoint hub, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await hub.AnswerAsync(context, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The client gave up, or the server ends: there is nobody left to answer.
        }
    }

    private static async Task HandleAsync(HttpContext context, RpcEndpoint endpoint, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await new RpcSession(socket, endpoint).RunAsync(stop.Token);
            return;
        }
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, stop.Token);
        var answer = await endpoint.AnswerAsync(body.ToArray(), null, stop.Token);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer ?? "", stop.Token);
    }
}
