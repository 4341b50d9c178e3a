namespace Indexer.Handlers.Governance.TechnicalMembership;

/// <summary>A member came.</summary>
internal sealed class MemberAddedHandler() : MembershipHandler("MemberAdded");
