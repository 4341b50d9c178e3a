namespace Indexer.Host.Configuration;

/// <summary>Which pages may read responses in a browser.</summary>
internal sealed class CorsConfiguration
{
    /// <summary>Their origins, such as https://example.org; any when left out or *, none when empty.</summary>
    public List<string>? Origins { get; init; }
}
