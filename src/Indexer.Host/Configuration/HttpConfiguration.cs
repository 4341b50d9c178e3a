using Indexer.JsonRpc;

namespace Indexer.Host.Configuration;

/// <summary>The web server.</summary>
internal sealed class HttpConfiguration
{
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>
    /// The key of operators: with it (as a bearer token, or as a password in a browser) the dashboard of jobs, metrics and the
    /// details of health are shown to other machines too.
    /// </summary>
    public Secret? OperatorKey { get; init; }
}
