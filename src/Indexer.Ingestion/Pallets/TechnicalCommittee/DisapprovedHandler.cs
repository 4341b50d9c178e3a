using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.TechnicalCommittee;

/// <summary>Disapproved of the technical committee.</summary>
internal sealed class DisapprovedHandler() : MotionDisapprovedHandler("TechnicalCommittee");
