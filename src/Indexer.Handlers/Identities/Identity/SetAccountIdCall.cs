using Indexer.Domain;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>set_account_id: a registrar moves to another account. It has no event.</summary>
internal sealed class SetAccountIdCall() : SubstrateCallHandler(IdentityStorage.Pallet, "set_account_id")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        context.Fields.Address("new") is { } account
            ?
            [
                new StateChange(
                    new IdentityRegistrar
                    {
                        RegistrarId = checked((int)context.Fields.U32("index")),
                        Registrar = account,
                    }
                ),
            ]
            : [];
}
