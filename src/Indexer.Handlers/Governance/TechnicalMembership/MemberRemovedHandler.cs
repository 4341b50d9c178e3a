namespace Indexer.Handlers.Governance.TechnicalMembership;

/// <summary>A member went.</summary>
internal sealed class MemberRemovedHandler() : MembershipHandler("MemberRemoved");
