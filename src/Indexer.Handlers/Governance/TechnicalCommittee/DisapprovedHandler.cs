using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>Disapproved of the technical committee.</summary>
internal sealed class DisapprovedHandler() : MotionDisapprovedHandler("TechnicalCommittee");
