namespace Indexer.Ingestion.Pallets.TechnicalMembership;

/// <summary>A member came.</summary>
internal sealed class MemberAddedHandler() : MembershipHandler("MemberAdded");
