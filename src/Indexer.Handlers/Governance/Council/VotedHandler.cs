using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>Voted of the council.</summary>
internal sealed class VotedHandler() : MotionVotedHandler("Council");
