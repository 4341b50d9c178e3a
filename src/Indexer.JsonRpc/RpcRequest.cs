namespace Indexer.JsonRpc;

/// <summary>One call of a batch.</summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Parameters">Positional parameters; each is written as JSON by its runtime type.</param>
public sealed record RpcRequest(string Method, params IReadOnlyList<object?> Parameters);
