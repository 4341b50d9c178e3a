namespace Indexer.Handlers.Governance.TechnicalMembership;

/// <summary>All members are new.</summary>
internal sealed class MembersResetHandler() : MembershipHandler("MembersReset");
