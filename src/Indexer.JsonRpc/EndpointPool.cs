namespace Indexer.JsonRpc;

/// <summary>The endpoints of one chain and the choice among them.</summary>
internal sealed class EndpointPool(IReadOnlyList<RpcEndpoint> endpoints) : IAsyncDisposable
{
    /// <summary>How many there are.</summary>
    public int Count => endpoints.Count;

    /// <summary>Whether some endpoint can be asked without a wait.</summary>
    public bool HasReady => endpoints.Any(endpoint => !endpoint.IsResting);

    /// <summary>
    /// The endpoint for the next try: of those not left alone the one with the least to do, the first when equal; else
    /// the one whose rest ends first.
    /// </summary>
    /// <param name="current">The endpoint that has already answered part of the call; kept while it is well.</param>
    public RpcEndpoint Choose(RpcEndpoint? current) =>
        current is { IsResting: false }
            ? current
            : endpoints.Where(endpoint => !endpoint.IsResting).MinBy(endpoint => endpoint.Load)
                ?? endpoints.MinBy(endpoint => endpoint.RestUntil)!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var endpoint in endpoints)
        {
            await endpoint.DisposeAsync();
        }
    }
}
