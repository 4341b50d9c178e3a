namespace Indexer.Simulator.Snapshot;

/// <summary>The query is refused.</summary>
internal sealed class HubException(string message, string code = "GRAPHQL_VALIDATION_FAILED") : Exception(message)
{
    public string Code => code;
}
