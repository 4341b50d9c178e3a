using Indexer.Domain;
using Indexer.Handlers.Bridge.StandardBridge;

namespace Indexer.Handlers.Bridge.Messenger;

/// <summary>
/// RelayedMessage of a messenger (CrossDomainMessenger.sol): names the message that brought the transfer which the bridge finalized in the same
/// transaction. Of equal transfers it tells which one came. A message that brought no token concerns none.
/// </summary>
internal sealed class RelayedMessageHandler()
    : EvmHandler("RelayedMessage(bytes32 indexed msgHash)", ContractRoles.L1Messenger, ContractRoles.L2Messenger)
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        TransferOfTransaction.Brought(context, state) is { } transfer
            ? [new StateChange(transfer with { MessageHash = context.Event.Bytes("msgHash") })]
            : [];
}
