using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.Council;

/// <summary>Executed of the council.</summary>
internal sealed class ExecutedHandler() : MotionExecutedHandler("Council");
