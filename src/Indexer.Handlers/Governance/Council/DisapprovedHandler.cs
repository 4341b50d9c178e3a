using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>Disapproved of the council.</summary>
internal sealed class DisapprovedHandler() : MotionDisapprovedHandler("Council");
