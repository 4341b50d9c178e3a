using Indexer.Domain;
using Indexer.Handlers.Bridge.StandardBridge;

namespace Indexer.Handlers.Bridge.MessagePasser;

/// <summary>
/// MessagePassed of the L2's message passer (L2ToL1MessagePasser.sol): names the withdrawal that the bridge initiated in the
/// same transaction by the hash with which Ethereum proves and finalizes it. A message of somebody else concerns no token.
/// </summary>
internal sealed class MessagePassedHandler()
    : EvmHandler(
        "MessagePassed(uint256 indexed nonce, address indexed sender, address indexed target, uint256 value, uint256 gasLimit, bytes data, bytes32 withdrawalHash)",
        ContractRoles.MessagePasser
    )
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        TransferOfTransaction.Unnamed(context, state) is { } transfer
            ? [new StateChange(transfer with { WithdrawalHash = context.Event.Bytes("withdrawalHash") })]
            : [];
}
