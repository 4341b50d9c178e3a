using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.TechnicalCommittee;

/// <summary>Approved of the technical committee.</summary>
internal sealed class ApprovedHandler() : MotionApprovedHandler("TechnicalCommittee");
