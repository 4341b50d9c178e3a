using System.Text;

namespace Indexer.JsonRpc;

/// <summary>
/// The address of a node or hub. Providers put keys into the user part, the path and the query of an address, so it is shown as
/// scheme, host and port only, and the rest is taken out of what servers say. User and password become basic authentication.
/// </summary>
public sealed class Endpoint
{
    /// <summary>Shorter parts of a path name an interface (v3, rpc) and no client.</summary>
    private const int ShortestKey = 6;

    /// <summary>Shorter texts are in every sentence.</summary>
    private const int ShortestPassword = 3;
    private readonly Uri address;
    private readonly IReadOnlyList<Secret> secrets;

    /// <summary>An endpoint at an address.</summary>
    /// <exception cref="ArgumentException">The address is not absolute.</exception>
    public Endpoint(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException("An endpoint needs an absolute address.", nameof(address));
        }

        this.address = address;
        Name = address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        secrets = [.. SecretsOf(address).OrderByDescending(text => text.Length).Select(text => new Secret(text))];
    }

    /// <summary>Scheme, host and port.</summary>
    public string Name { get; }

    /// <summary>http, https, ws, wss or another.</summary>
    public string Scheme => address.Scheme;

    /// <summary>The address without its user part, to connect to.</summary>
    internal Uri Target => new UriBuilder(address) { UserName = "", Password = "" }.Uri;

    /// <summary>Value of the <c>Authorization</c> header; null when the address names no user.</summary>
    internal string? Authorization => address.UserInfo.Length == 0 ? null : "Basic " + Encoded(address.UserInfo);

    /// <summary>An address is an endpoint.</summary>
    public static implicit operator Endpoint(Uri address) => new(address);

    /// <summary>A text of a server without the secrets of the address, which it may have echoed.</summary>
    public string Conceal(string text) => secrets.Aggregate(text, (left, secret) => secret.Conceal(left));

    /// <inheritdoc />
    public override string ToString() => Name;

    private static IEnumerable<string> SecretsOf(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        var query = address.Query.TrimStart('?').Split('&').Select(pair => pair[(pair.IndexOf('=') + 1)..]);
        var path = address.Segments.Select(segment => segment.TrimEnd('/')).Where(text => text.Length >= ShortestKey);
        IEnumerable<string> parts = [address.UserInfo, .. user, .. query, .. path];
        return parts
            .SelectMany(text => new[] { text, Uri.UnescapeDataString(text) })
            .Append(Encoded(address.UserInfo))
            .Where(text => text.Length >= ShortestPassword)
            .Distinct(StringComparer.Ordinal);
    }

    private static string Encoded(string userInfo) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo)));
}
