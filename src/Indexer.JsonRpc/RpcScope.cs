namespace Indexer.JsonRpc;

/// <summary>A question on its way through the endpoints.</summary>
/// <param name="need">What it needs of the chain.</param>
internal sealed class RpcScope(RpcNeed need)
{
    private readonly HashSet<RpcEndpoint> avoided = [];

    /// <summary>What it needs of the chain.</summary>
    public RpcNeed Need => need;

    /// <summary>Failures since the last answer.</summary>
    public int Failures { get; set; }

    /// <summary>How often it went to another endpoint.</summary>
    public int Moves { get; set; }

    /// <summary>Whether an endpoint has shown that it cannot answer this question.</summary>
    public bool Avoids(RpcEndpoint endpoint) => avoided.Contains(endpoint);

    /// <summary>Leaves an endpoint out.</summary>
    public void Avoid(RpcEndpoint endpoint) => avoided.Add(endpoint);
}
