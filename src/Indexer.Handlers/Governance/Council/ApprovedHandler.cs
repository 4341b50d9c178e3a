using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>Approved of the council.</summary>
internal sealed class ApprovedHandler() : MotionApprovedHandler("Council");
