namespace Indexer.Handlers.Governance.TechnicalMembership;

/// <summary>A member took the place of another.</summary>
internal sealed class MembersSwappedHandler() : MembershipHandler("MembersSwapped");
