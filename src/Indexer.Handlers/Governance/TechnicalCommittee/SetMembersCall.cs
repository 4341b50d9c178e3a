using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.TechnicalCommittee;

/// <summary>set_members of the technical committee.</summary>
internal sealed class SetMembersCall() : MembersSetCall("TechnicalCommittee");
