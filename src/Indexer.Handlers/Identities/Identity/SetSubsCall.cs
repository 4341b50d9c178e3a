using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>set_subs: the sub-accounts of the caller are these and no others. It has no event.</summary>
internal sealed class SetSubsCall() : SubstrateCallHandler(IdentityStorage.Pallet, "set_subs")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var subs = context
            .Fields.Sequence("subs")
            .Select(sub => ((ScaleComposite)sub).Fields)
            .Select(fields =>
                (Account: new EventFields("Identity.set_subs", fields).AccountId(0), Name: fields.Values[1])
            )
            .ToList();
        var time = context.Block.Time;
        foreach (
            var before in state
                .SubIdentitiesOf(context.Signer)
                .Where(before => subs.TrueForAll(sub => sub.Account != before.Account))
                .ToList()
        )
        {
            foreach (var change in state.Orphaned(before.Account, time))
            {
                yield return change;
            }
        }

        // Named twice, the last name holds.
        foreach (var sub in subs.AsEnumerable().Reverse().DistinctBy(sub => sub.Account))
        {
            yield return state.Named(sub.Account, context.Signer, sub.Name, time);
        }
    }
}
