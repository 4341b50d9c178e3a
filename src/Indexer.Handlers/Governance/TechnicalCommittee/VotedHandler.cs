using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>Voted of the technical committee.</summary>
internal sealed class VotedHandler() : MotionVotedHandler("TechnicalCommittee");
