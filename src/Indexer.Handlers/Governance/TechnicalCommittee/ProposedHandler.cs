using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>Proposed of the technical committee.</summary>
internal sealed class ProposedHandler() : MotionProposedHandler("TechnicalCommittee");
