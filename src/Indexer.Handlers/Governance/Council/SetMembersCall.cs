using Indexer.Handlers.Governance.Collectives;

namespace Indexer.Handlers.Governance.Council;

/// <summary>set_members of the council.</summary>
internal sealed class SetMembersCall() : MembersSetCall("Council");
