using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>Closed of the technical committee.</summary>
internal sealed class ClosedHandler() : MotionClosedHandler("TechnicalCommittee");
