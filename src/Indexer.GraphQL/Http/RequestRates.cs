using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Indexer.GraphQL.Http;

/// <summary>Holds each client to its rate.</summary>
internal sealed class RequestRates(RateLimits limits, TimeProvider time)
{
    /// <summary>
    /// Addresses share this many limiters, so that an attacker with many addresses takes a bounded amount of memory.
    /// Which ones share is different in every process.
    /// </summary>
    private const uint Buckets = 1 << 16;

    private const int PrefixBytesOfIPv6 = 8;

    /// <summary>What takes no more to prepare is free, so that clients who write values into their documents never wait.</summary>
    public const long FreePreparation = 1024 * 1024;

    /// <summary>What is counted of preparation at the least.</summary>
    private const int PreparationUnit = 1024;

    /// <summary>Of one answer, so that a client does not wait long for what another behind its address has done.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<RatedClient, PacedLimiter> requests = new();
    private readonly ConcurrentDictionary<RatedClient, PacedLimiter> preparation = new();

    /// <summary>Lets a request on to what comes after, or refuses it.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (Requests(Client(context)).Take() is not { } wait)
        {
            await next(context);
            return;
        }

        HttpAnswers.Describe(context.Response, MediaTypes.Negotiate(context.Request) ?? MediaTypes.Response);
        var error = await RefuseAsync(context, wait, weight: 1);
        await HttpAnswers.RefuseAsync(context, StatusCodes.Status429TooManyRequests, [error]);
    }

    /// <summary>Counts the size of what came, and requests beyond the first; that it came, <see cref="PassAsync"/> has counted.</summary>
    /// <exception cref="HttpRefusalException">It is too much.</exception>
    public async Task ChargeAsync(HttpContext context, int bytes, int requests)
    {
        var client = Client(context);
        var weight = Weight(client, bytes, requests);
        if (weight == 1)
        {
            return;
        }

        if (Requests(client).Take(weight - 1) is { } wait)
        {
            var interval = TimeSpan.FromMinutes(1) / client.Rate.PerMinute;
            var error = await RefuseAsync(context, wait + interval, weight);
            throw new HttpRefusalException(StatusCodes.Status429TooManyRequests, error.Message, ErrorCodes.RateLimit);
        }
    }

    /// <summary>Counts an operation on a connection that stays open, like a request.</summary>
    /// <returns>Holds its refusal back and then tells why; null when it is not refused.</returns>
    public Refusal? Admit(HttpContext connection, int bytes)
    {
        var client = Client(connection);
        var weight = Weight(client, bytes);
        return Requests(client).Take(weight) is { } wait
            ? stop => HoldBackAsync(client, Seconds(wait), weight, stop)
            : null;
    }

    /// <summary>Waits until a client may take so many bytes to prepare a request.</summary>
    /// <param name="context">The exchange with the client.</param>
    /// <param name="bytes">What it has taken.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PayForPreparationAsync(HttpContext context, long bytes, CancellationToken cancellationToken)
    {
        if (bytes <= FreePreparation)
        {
            return Task.CompletedTask;
        }

        var wait = preparation
            .GetOrAdd(Client(context), _ => new PacedLimiter(PreparationRate(), time))
            .Owe(bytes / PreparationUnit, LongestWait);
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Takes the key out of <c>connection_init</c>: browsers cannot give a WebSocket a header.</summary>
    public void Identify(HttpContext connection, JsonElement payload)
    {
        var given = payload.ValueKind == JsonValueKind.Object ? payload.EnumerateObject() : default;
        foreach (var item in given)
        {
            if (
                item.Value.ValueKind == JsonValueKind.String
                && item.Name.Equals(limits.KeyHeader, StringComparison.OrdinalIgnoreCase)
            )
            {
                connection.Features.Set(Find(connection, item.Value.GetString()));
            }
        }
    }

    /// <summary>The client of a request or connection, found when it is first asked for.</summary>
    public RatedClient Client(HttpContext context)
    {
        if (context.Features.Get<RatedClient>() is not { } client)
        {
            client = Find(context, context.Request.Headers[limits.KeyHeader]);
            context.Features.Set(client);
        }

        return client;
    }

    private RatedClient Find(HttpContext context, StringValues given) =>
        given is [{ } key] && limits.Keys.TryGetValue(key, out var rate)
            ? new RatedClient(key, 0, rate)
            : new RatedClient(null, Bucket(context.Connection.RemoteIpAddress), limits.Anonymous);

    /// <summary>A client has a whole /64 of IPv6.</summary>
    private static uint Bucket(IPAddress? address)
    {
        var bytes = address is { IsIPv4MappedToIPv6: true }
            ? address.MapToIPv4().GetAddressBytes()
            : address?.GetAddressBytes() ?? [];
        var prefix =
            bytes.Length > PrefixBytesOfIPv6 ? BinaryPrimitives.ReadUInt64BigEndian(bytes)
            : bytes.Length > 0 ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : 0;
        return (uint)HashCode.Combine(bytes.Length, prefix) % Buckets;
    }

    private RequestRate PreparationRate() =>
        new(
            (int)Math.Clamp(60 * limits.PreparationBytesPerSecond / PreparationUnit, 1, int.MaxValue),
            (int)Math.Clamp(limits.PreparationBytesAtOnce / PreparationUnit, 1, int.MaxValue)
        );

    private int Weight(RatedClient client, int bytes, int requests = 1) =>
        Math.Min(requests + (bytes / limits.BytesPerRequest), client.Rate.Burst);

    private Task<GraphQLError> RefuseAsync(HttpContext context, TimeSpan wait, int weight)
    {
        var seconds = Seconds(wait);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return HoldBackAsync(Client(context), seconds, weight, context.RequestAborted);
    }

    private async Task<GraphQLError> HoldBackAsync(RatedClient client, long seconds, int weight, CancellationToken gone)
    {
        // Who has gone needs no answer, and no error about that.
        await Task.Delay(limits.RefusalDelay, time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var rate = client.Rate;
        var message =
            $"Too many requests: {rate.PerMinute} per minute are allowed, {rate.Burst} at once"
            + (weight == 1 ? "" : $"; by its size this one counts as {weight}")
            + $". Try again in {seconds} {(seconds == 1 ? "second" : "seconds")}.";
        return new GraphQLError(message, [], ErrorCodes.RateLimit);
    }

    private PacedLimiter Requests(RatedClient client) =>
        requests.GetOrAdd(client, it => new PacedLimiter(it.Rate, time));

    /// <summary>Retry-After has whole seconds; who waits as long as it says must not be too early.</summary>
    internal static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}

/// <summary>Whom a request counts against.</summary>
/// <param name="Key">Its known key; null for none.</param>
/// <param name="Bucket">Without a key: which of the limiters that addresses share is its own.</param>
/// <param name="Rate">The rate it is held to.</param>
internal sealed record RatedClient(string? Key, uint Bucket, RequestRate Rate);

/// <summary>Waits until a refusal may be told.</summary>
/// <param name="stop">Nobody waits for it any more.</param>
/// <returns>Why it is one.</returns>
internal delegate Task<GraphQLError> Refusal(CancellationToken stop);
