using System.Numerics;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Handlers.Bridge.StandardBridge;

namespace Indexer.Handlers.Bridge.Messenger;

/// <summary>
/// SentMessage of a messenger (CrossDomainMessenger.sol): names the transfer that the bridge initiated in the same transaction by the hash with which
/// the messenger of the other network relays it. A message of somebody else concerns no token.
/// </summary>
internal sealed class SentMessageHandler()
    : EvmHandler(
        "SentMessage(address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit)",
        ContractRoles.L1Messenger,
        ContractRoles.L2Messenger
    )
{
    /// <summary>Words of the arguments before the message itself: nonce, sender, target, value, gas limit, and where the message begins.</summary>
    private const int HeadWords = 6;

    private static readonly byte[] Selector = Keccak256.Hash(
        "relayMessage(uint256,address,address,uint256,uint256,bytes)"
    )[..4];

    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        TransferOfTransaction.Unsent(context, state) is { } transfer
            ? [new StateChange(transfer with { MessageHash = Hash(context) })]
            : [];

    /// <summary>Hashing.sol, hashCrossDomainMessageV1. The bridge sends no ether with tokens (StandardBridge.sol, _initiateBridgeERC20).</summary>
    private static byte[] Hash(EvmEventContext context)
    {
        var values = context.Event;
        return Keccak256.Hash([
            .. Selector,
            .. AbiWord.Of(values.UInt256("messageNonce")),
            .. AbiWord.Of(values.Address("sender")),
            .. AbiWord.Of(values.Address("target")),
            .. AbiWord.Of(BigInteger.Zero),
            .. AbiWord.Of(values.UInt256("gasLimit")),
            .. AbiWord.Of(HeadWords * Keccak256.Length),
            .. AbiWord.OfBytes(values.Bytes("message")),
        ]);
    }
}
