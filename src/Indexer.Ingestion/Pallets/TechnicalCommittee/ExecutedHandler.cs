using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.TechnicalCommittee;

/// <summary>Executed of the technical committee.</summary>
internal sealed class ExecutedHandler() : MotionExecutedHandler("TechnicalCommittee");
