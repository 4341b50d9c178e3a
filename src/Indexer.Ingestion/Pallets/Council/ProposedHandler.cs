using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.Council;

/// <summary>Proposed of the council.</summary>
internal sealed class ProposedHandler() : MotionProposedHandler("Council");
