using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.TechnicalCommittee;

/// <summary>Closed of the technical committee.</summary>
internal sealed class ClosedHandler() : MotionClosedHandler("TechnicalCommittee");
