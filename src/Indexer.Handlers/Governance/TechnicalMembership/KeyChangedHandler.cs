namespace Indexer.Handlers.Governance.TechnicalMembership;

/// <summary>A member has another account.</summary>
internal sealed class KeyChangedHandler() : MembershipHandler("KeyChanged");
