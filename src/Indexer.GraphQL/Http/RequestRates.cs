using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Indexer.GraphQL.Http;

/// <summary>Holds each client to its rate.</summary>
internal sealed class RequestRates
{
    /// <summary>
    /// Addresses share this many limiters, so that an attacker with many addresses takes a bounded amount of memory.
    /// Which ones share is different in every process.
    /// </summary>
    private const uint Buckets = 1 << 16;

    private const int PrefixBytesOfIPv6 = 8;

    private readonly RateLimits limits;
    private readonly PartitionedRateLimiter<HttpContext> limiter;

    public RequestRates(RateLimits limits, TimeProvider time)
    {
        this.limits = limits;
        limiter = PartitionedRateLimiter.Create<HttpContext, (string? Key, uint Bucket)>(context =>
            RateLimitPartition.Get(Partition(context), part => new PacedLimiter(Rate(part.Key), time))
        );
    }

    /// <summary>The framework's rate limiting over these rates.</summary>
    public RateLimiterOptions Options() =>
        new() { GlobalLimiter = limiter, OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected)) };

    /// <summary>Counts an operation on a connection that stays open, like a request.</summary>
    /// <returns>Why it is refused; null when it is not.</returns>
    public GraphQLError? Refusal(HttpContext connection)
    {
        using var lease = limiter.AttemptAcquire(connection);
        return lease.IsAcquired ? null : Error(connection, Wait(lease));
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
                connection.Request.Headers[limits.KeyHeader] = item.Value.GetString();
            }
        }
    }

    private (string? Key, uint Bucket) Partition(HttpContext context)
    {
        var key = KnownKey(context);
        return key is null ? (null, Bucket(context.Connection.RemoteIpAddress)) : (key, 0);
    }

    private string? KnownKey(HttpContext context)
    {
        var given = context.Request.Headers[limits.KeyHeader];
        return given is [{ } key] && limits.Keys.ContainsKey(key) ? key : null;
    }

    private RequestRate Rate(string? key) => key is null ? limits.Anonymous : limits.Keys[key];

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

    private async Task RefuseAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        var seconds = Wait(rejected.Lease);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        HttpAnswers.Describe(context.Response, MediaTypes.Negotiate(context.Request) ?? MediaTypes.Response);
        await HttpAnswers.RefuseAsync(context, StatusCodes.Status429TooManyRequests, [Error(context, seconds)]);
    }

    private GraphQLError Error(HttpContext context, long seconds)
    {
        var rate = Rate(KnownKey(context));
        var message =
            $"Too many requests: {rate.PerMinute} per minute are allowed, {rate.Burst} at once. "
            + $"Try again in {seconds} {(seconds == 1 ? "second" : "seconds")}.";
        return new GraphQLError(message, [], ErrorCodes.RateLimit);
    }

    private static long Wait(RateLimitLease lease)
    {
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        return Seconds(wait);
    }

    /// <summary>Retry-After has whole seconds; who waits as long as it says must not be too early.</summary>
    internal static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
