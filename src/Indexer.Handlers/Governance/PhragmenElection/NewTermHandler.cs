using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>
/// The council was elected: the members are new, and every candidate is a member, a runner-up (which only the storage
/// tells) or out.
/// </summary>
internal sealed class NewTermHandler() : SubstrateHandler("PhragmenElection", "NewTerm")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Election.Needs();

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var members = context
            .Fields.Sequence("new_members")
            .OfType<ScaleComposite>()
            .Select(member => new EventFields("new_members", member.Fields))
            .Select(member => (member.AccountId(0), member.Balance(1)));
        return Election.Become(state, [.. members], Election.Stated(context, "RunnersUp") ?? [], static _ => false);
    }
}
