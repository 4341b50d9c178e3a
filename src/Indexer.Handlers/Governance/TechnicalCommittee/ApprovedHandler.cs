using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>Approved of the technical committee.</summary>
internal sealed class ApprovedHandler() : MotionApprovedHandler("TechnicalCommittee");
