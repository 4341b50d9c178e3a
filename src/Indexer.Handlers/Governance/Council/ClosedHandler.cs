using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>Closed of the council.</summary>
internal sealed class ClosedHandler() : MotionClosedHandler("Council");
