using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.Council;

/// <summary>Disapproved of the council.</summary>
internal sealed class DisapprovedHandler() : MotionDisapprovedHandler("Council");
