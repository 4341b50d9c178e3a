using System.Net;
using Indexer.Api;
using Indexer.Exports;
using Indexer.GraphQL;
using Indexer.GraphQL.Http;
using Indexer.Host.Web;
using Indexer.JsonRpc;

namespace Indexer.Host.Configuration;

/// <summary>Turns the API as written into its settings, and says what is wrong with it.</summary>
/// <param name="written">The section api as written.</param>
/// <param name="operatorKey">http.operatorKey as written.</param>
internal sealed class ApiSettingsReader(ApiConfiguration written, Secret? operatorKey = null)
{
    /// <summary>Whoever may ask as often as the rate allows should not come to the end of the keys.</summary>
    private const int ShortestKey = 16;

    /// <summary>The settings.</summary>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <exception cref="ConfigurationException">A value is wrong.</exception>
    public ApiSettings Read(string urls)
    {
        CheckLimits();
        var proxies = written.TrustedProxies.Select(Proxy).ToList();
        var isCounted = written.RateLimit.Enabled ?? (proxies.Count > 0 || !IsLoopback(urls));
        var rates = new RateLimitReader(written.RateLimit).Read();
        return new ApiSettings(
            urls,
            written.GraphQL,
            new GraphQLHttpOptions
            {
                Compression = written.Compression,
                Origins = written.Cors.Enabled ? [.. (written.Cors.Origins ?? ["*"]).Select(Origin)] : [],
                RateLimits = isCounted ? rates : null,
            },
            Documents(),
            Key(),
            proxies,
            Prices()
        );
    }

    /// <summary>Every figure among the options is a limit, and a limit of nothing helps nobody.</summary>
    private void CheckLimits()
    {
        foreach (var property in typeof(GraphQLOptions).GetProperties())
        {
            var value = property.GetValue(written.GraphQL);
            if (value is <= 0 or <= 0L || (value is TimeSpan time && time <= TimeSpan.Zero))
            {
                var key = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
                throw Wrong($"graphql.{key}", $"is {value}; write a positive value");
            }
        }
    }

    private Secret? Key() =>
        operatorKey?.Reveal() is not { Length: > 0 } key ? null
        : key.Length >= ShortestKey && key.All(letter => letter is > ' ' and <= '~') ? operatorKey
        : throw new ConfigurationException(
            $"http.operatorKey must have at least {ShortestKey} visible ASCII characters; write for example what `openssl rand -hex 16` prints."
        );

    private TrustedDocuments Documents()
    {
        if (written.TrustedDocuments is not { Length: > 0 } path)
        {
            return written.GraphQL.TrustedDocumentsOnly
                ? throw Wrong(
                    "graphql.trustedDocumentsOnly",
                    "needs api.trustedDocuments, a manifest or a folder of them"
                )
                : TrustedDocuments.None;
        }

        try
        {
            return TrustedDocuments.Load(path, ProductSchema.Create(), written.GraphQL);
        }
        catch (TrustedDocumentException problem)
        {
            throw new ConfigurationException($"api.trustedDocuments: {problem.Message}");
        }
    }

    private PriceFile? Prices()
    {
        try
        {
            return written.Prices is { Length: > 0 } path ? PriceFile.Open(path) : null;
        }
        catch (ExportException problem)
        {
            throw new ConfigurationException($"api.prices: {problem.Message}");
        }
    }

    private static string Origin(string text) =>
        text == "*" || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsOrigin(uri, text))
            ? text
            : throw Wrong("cors.origins", $"has '{text}', which is no origin such as https://example.org");

    /// <summary>Browsers send origins in their shortest form, and they are compared as text.</summary>
    private static bool IsOrigin(Uri uri, string text) =>
        uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;

    private static IPNetwork Proxy(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw Wrong("trustedProxies", $"has '{text}', which is no address or network such as 10.0.0.0/8");
    }

    private static bool IsLoopback(string urls) =>
        urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private static ConfigurationException Wrong(string key, string what) => new($"api.{key} {what}.");
}
