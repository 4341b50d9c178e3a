using Indexer.Domain;

namespace Indexer.Handlers.Bridge.StandardBridge;

/// <summary>
/// ERC20BridgeInitiated: tokens left this network. The bridge states the same a second time, as ERC20DepositInitiated on
/// Ethereum and WithdrawalInitiated on the L2.
/// </summary>
internal sealed class ERC20BridgeInitiatedHandler()
    : BridgeTransferHandler(
        BridgeSide.Initiated,
        "ERC20BridgeInitiated(address indexed localToken, address indexed remoteToken, address indexed from, address to, uint256 amount, bytes extraData)"
    );
