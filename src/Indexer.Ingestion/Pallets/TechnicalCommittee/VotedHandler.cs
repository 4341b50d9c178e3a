using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.TechnicalCommittee;

/// <summary>Voted of the technical committee.</summary>
internal sealed class VotedHandler() : MotionVotedHandler("TechnicalCommittee");
