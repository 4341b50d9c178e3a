using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace Indexer.Host.Web;

/// <summary>
/// Tells operators from strangers: operators send the configured key, or sit on this very machine. The latter counts only
/// where no reverse proxy is trusted and the request bears no sign of one, since a proxy makes everybody look local; and
/// only if the browser, if it is one, was asked for a local name, since a page of a stranger can make its own name local.
/// </summary>
/// <param name="settings">The key and the proxies.</param>
internal sealed class OperatorAccess(ApiSettings settings)
{
    private static readonly string[] Forwarding =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Original-For",
        "X-Real-IP",
        "CF-Connecting-IP",
        "True-Client-IP",
    ];

    private readonly byte[]? key = settings.OperatorKey is { } secret ? Digest(secret.Reveal()) : null;

    /// <summary>Whether a request is an operator's.</summary>
    public bool IsOperator(HttpContext context) => HasKey(context.Request) || IsLocal(context);

    /// <summary>As <see cref="IsOperator"/>; a browser of a stranger is told to ask for the key.</summary>
    public bool Challenge(HttpContext context)
    {
        var isOperator = IsOperator(context);
        if (!isOperator)
        {
            context.Response.Headers.WWWAuthenticate = new StringValues("Basic realm=\"indexer operators\"");
        }

        return isOperator;
    }

    /// <summary>The key is sent as a bearer token, or as the password of whatever user by browsers.</summary>
    private bool HasKey(HttpRequest request)
    {
        if (key is null || !AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var sent))
        {
            return false;
        }

        var secret = sent.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => sent.Parameter,
            "BASIC" => Password(sent.Parameter),
            _ => null,
        };
        return secret is not null && CryptographicOperations.FixedTimeEquals(Digest(secret), key);
    }

    private static string? Password(string? credentials)
    {
        var bytes = new byte[credentials?.Length ?? 0];
        return
            Convert.TryFromBase64String(credentials ?? "", bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length) is var text
            && text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? text[(colon + 1)..]
            : null;
    }

    private bool IsLocal(HttpContext context) =>
        settings.TrustedProxies.Count == 0
        && context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !Forwarding.Any(context.Request.Headers.ContainsKey)
        && IsLocalName(context.Request.Host.Host);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
