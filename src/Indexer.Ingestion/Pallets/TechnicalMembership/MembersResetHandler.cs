namespace Indexer.Ingestion.Pallets.TechnicalMembership;

/// <summary>All members are new.</summary>
internal sealed class MembersResetHandler() : MembershipHandler("MembersReset");
