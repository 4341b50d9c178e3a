using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.Host.Web;

/// <summary>
/// How often strangers may ask for what operators look at: health, metrics, the dashboard. Enough for any probe, too little
/// to find a key.
/// </summary>
internal static class StrangerRates
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "strangers";

    private const int AtOnce = 30;
    private const int PerSecond = 2;
    private const int NetworkBytes = 8;

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (refused, _) =>
        {
            var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time)
                ? time
                : TimeSpan.FromSeconds(1);
            refused.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(
            Policy,
            context =>
                context.RequestServices.GetRequiredService<OperatorAccess>().IsOperator(context)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetTokenBucketLimiter(
                        Client(context.Connection.RemoteIpAddress),
                        _ => new TokenBucketRateLimiterOptions
                        {
                            TokenLimit = AtOnce,
                            TokensPerPeriod = PerSecond,
                            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        }
                    )
        );
    }

    /// <summary>An IPv6 client has 2^64 addresses, so its network counts.</summary>
    private static string Client(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)
        : address.ToString();
}
