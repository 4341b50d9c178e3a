using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>Proposed of the council.</summary>
internal sealed class ProposedHandler() : MotionProposedHandler("Council");
