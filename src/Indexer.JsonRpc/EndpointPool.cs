namespace Indexer.JsonRpc;

/// <summary>The endpoints of one chain and the choice among them.</summary>
internal sealed class EndpointPool(IReadOnlyList<RpcEndpoint> endpoints) : IAsyncDisposable
{
    /// <summary>All of them, in order of preference.</summary>
    public IReadOnlyList<RpcEndpoint> All => endpoints;

    /// <summary>
    /// The endpoint to ask: of those that have what is needed and are not left alone the one with the least to do, the first when
    /// equal; else the one whose rest ends first.
    /// </summary>
    public RpcEndpoint Choose(RpcScope scope)
    {
        var able = Able(scope);
        return able.Where(endpoint => !endpoint.IsResting).MinBy(endpoint => endpoint.Load)
            ?? able.MinBy(endpoint => endpoint.RestUntil)!;
    }

    /// <summary>Whether another endpoint can be asked without a wait.</summary>
    public bool HasOther(RpcEndpoint current, RpcScope scope) =>
        Able(scope).Exists(endpoint => endpoint != current && !endpoint.IsResting && !scope.Avoids(endpoint));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var endpoint in endpoints)
        {
            await endpoint.DisposeAsync();
        }
    }

    /// <summary>Those that are likely to have it; where none is, those that at least serve the right chain, and else all.</summary>
    private List<RpcEndpoint> Able(RpcScope scope)
    {
        var trusted = endpoints.Where(endpoint => endpoint.View is { Trouble: null }).ToList();
        var right = trusted.Count > 0 ? trusted : [.. endpoints.Where(endpoint => endpoint.View?.Trouble is null)];
        if (right.Count == 0)
        {
            return [.. endpoints];
        }

        var open = right.FindAll(endpoint => !scope.Avoids(endpoint));
        var able = open.FindAll(endpoint => endpoint.Has(scope.Need));
        return able.Count > 0 ? able
            : open.Count > 0 ? open
            : right;
    }
}
