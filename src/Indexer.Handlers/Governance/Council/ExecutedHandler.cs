using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>Executed of the council.</summary>
internal sealed class ExecutedHandler() : MotionExecutedHandler("Council");
