namespace Indexer.Host.Configuration;

/// <summary>The web server.</summary>
internal sealed class HttpConfiguration
{
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";
}
