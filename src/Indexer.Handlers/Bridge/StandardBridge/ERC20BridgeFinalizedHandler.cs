using Indexer.Domain;

namespace Indexer.Handlers.Bridge.StandardBridge;

/// <summary>
/// ERC20BridgeFinalized: tokens came to this network. The bridge states the same a second time, as DepositFinalized on the
/// L2 and ERC20WithdrawalFinalized on Ethereum.
/// </summary>
internal sealed class ERC20BridgeFinalizedHandler()
    : BridgeTransferHandler(
        BridgeSide.Finalized,
        "ERC20BridgeFinalized(address indexed localToken, address indexed remoteToken, address indexed from, address to, uint256 amount, bytes extraData)"
    );
