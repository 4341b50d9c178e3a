namespace Indexer.Host.Commands;

/// <summary>How a session writes its logs.</summary>
/// <param name="JsonLogs">As JSON instead of lines for people.</param>
/// <param name="Verbose">Also what is of interest to developers.</param>
internal sealed record SessionOutput(bool JsonLogs, bool Verbose);
