using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.Council;

/// <summary>Closed of the council.</summary>
internal sealed class ClosedHandler() : MotionClosedHandler("Council");
