namespace Indexer.JsonRpc;

/// <summary>What part of a chain a question needs, so that it is put to an endpoint that has it.</summary>
/// <param name="From">The lowest block; null when it does not matter.</param>
/// <param name="To">The highest block; null when it does not matter.</param>
/// <param name="State">Whether the state after blocks is needed, which many nodes keep for the newest blocks only.</param>
public readonly record struct RpcNeed(long? From = null, long? To = null, bool State = false);
