using Indexer.Ingestion;

namespace Indexer.Host.Running;

/// <summary>How the ingestion of a network ended.</summary>
/// <param name="Progress">Its last word.</param>
/// <param name="Duration">How long it ran.</param>
internal sealed record NetworkOutcome(IngestionProgress Progress, TimeSpan Duration);
