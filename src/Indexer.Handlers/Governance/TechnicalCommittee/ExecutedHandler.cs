using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>Executed of the technical committee.</summary>
internal sealed class ExecutedHandler() : MotionExecutedHandler("TechnicalCommittee");
