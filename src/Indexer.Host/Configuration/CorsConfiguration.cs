namespace Indexer.Host.Configuration;

/// <summary>Which pages may read responses in a browser.</summary>
internal sealed class CorsConfiguration
{
    /// <summary>Whether any may.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Their origins, such as https://example.org; any when left out or *.</summary>
    public List<string>? Origins { get; init; }
}
