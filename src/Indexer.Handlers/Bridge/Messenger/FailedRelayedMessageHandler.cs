using Indexer.Domain;

namespace Indexer.Handlers.Bridge.Messenger;

/// <summary>
/// FailedRelayedMessage of a messenger (CrossDomainMessenger.sol): a message came to this network, and what it asks for failed. It may be relayed
/// again; what arrives then is stated by the bridge.
/// </summary>
internal sealed class FailedRelayedMessageHandler()
    : EvmHandler("FailedRelayedMessage(bytes32 indexed msgHash)", ContractRoles.L1Messenger, ContractRoles.L2Messenger)
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        [
            new StateChange(
                new BridgeFailure
                {
                    MessageHash = context.Event.Bytes("msgHash"),
                    FailedHeight = context.Block.Height,
                    FailedTime = context.Block.Time,
                    FailedTransaction = context.Log.TransactionHash,
                }
            ),
        ];
}
