using Indexer.Ingestion.Pallets.Collectives;

namespace Indexer.Ingestion.Pallets.Council;

/// <summary>Voted of the council.</summary>
internal sealed class VotedHandler() : MotionVotedHandler("Council");
