namespace Indexer.JsonRpc;

/// <summary>The endpoint does not take, or cannot answer, a batch of this size; smaller ones may do.</summary>
/// <param name="cause">What the endpoint said.</param>
internal sealed class BatchRefusedException(string cause) : Exception(OneLine.Of(cause));
