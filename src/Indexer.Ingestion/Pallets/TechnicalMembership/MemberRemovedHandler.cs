namespace Indexer.Ingestion.Pallets.TechnicalMembership;

/// <summary>A member went.</summary>
internal sealed class MemberRemovedHandler() : MembershipHandler("MemberRemoved");
