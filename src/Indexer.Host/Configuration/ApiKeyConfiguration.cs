using Indexer.JsonRpc;

namespace Indexer.Host.Configuration;

/// <summary>The rate of a client with a key.</summary>
internal sealed class ApiKeyConfiguration
{
    /// <summary>The key that the client sends.</summary>
    public Secret? Key { get; init; }

    /// <summary>Requests in a minute.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests that may come at once.</summary>
    public int? Burst { get; init; }
}
