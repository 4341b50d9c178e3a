using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.TechnicalCommittee;

/// <summary>Proposed of the technical committee.</summary>
internal sealed class ProposedHandler() : MotionProposedHandler("TechnicalCommittee");
