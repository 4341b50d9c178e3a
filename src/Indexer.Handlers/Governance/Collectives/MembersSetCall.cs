using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>The root said who sits in a collective; no event tells it. Who leaves takes its votes on open motions with it.</summary>
/// <param name="pallet">The collective.</param>
internal abstract class MembersSetCall(string pallet) : SubstrateCallHandler(pallet, "set_members")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        Seats.Become(
            state,
            Motions.Body(Pallet),
            [
                .. context
                    .Fields.Sequence("new_members")
                    .OfType<ScaleBytes>()
                    .Select(member => new AccountId(member.Value)),
            ]
        );
}
