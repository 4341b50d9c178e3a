namespace Indexer.JsonRpc;

/// <summary>
/// How an endpoint is named in messages: scheme, host and port. Providers put keys into the user part, the path and the
/// query, so none of these may reach a log.
/// </summary>
internal static class EndpointName
{
    public static string Of(Uri endpoint) =>
        endpoint.IsAbsoluteUri
            ? endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : "(not absolute)";
}
