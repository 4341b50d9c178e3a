using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.Council;

/// <summary>Approved of the council.</summary>
internal sealed class ApprovedHandler() : MotionApprovedHandler("Council");
