namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>The events of the OP stack's bridge.</summary>
internal static class BridgeEvents
{
    private const string Moved =
        "(address indexed localToken, address indexed remoteToken, address indexed from, address to, uint256 amount, bytes extraData)";

    private const string Named =
        "(address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes extraData)";

    public static AbiEvent ERC20BridgeInitiated { get; } = new("ERC20BridgeInitiated" + Moved);

    public static AbiEvent ERC20BridgeFinalized { get; } = new("ERC20BridgeFinalized" + Moved);

    public static AbiEvent ERC20DepositInitiated { get; } = new("ERC20DepositInitiated" + Named);

    public static AbiEvent ERC20WithdrawalFinalized { get; } = new("ERC20WithdrawalFinalized" + Named);

    public static AbiEvent WithdrawalInitiated { get; } = new("WithdrawalInitiated" + Named);

    public static AbiEvent DepositFinalized { get; } = new("DepositFinalized" + Named);

    public static AbiEvent TransactionDeposited { get; } =
        new(
            "TransactionDeposited(address indexed from, address indexed to, uint256 indexed version, bytes opaqueData)"
        );

    public static AbiEvent WithdrawalProven { get; } =
        new("WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to)");

    public static AbiEvent WithdrawalFinalized { get; } =
        new("WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success)");

    public static AbiEvent MessagePassed { get; } =
        new(
            "MessagePassed(uint256 indexed nonce, address indexed sender, address indexed target, uint256 value, uint256 gasLimit, bytes data, bytes32 withdrawalHash)"
        );

    public static AbiEvent SentMessage { get; } =
        new(
            "SentMessage(address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit)"
        );

    public static AbiEvent SentMessageExtension1 { get; } =
        new("SentMessageExtension1(address indexed sender, uint256 value)");

    public static AbiEvent RelayedMessage { get; } = new("RelayedMessage(bytes32 indexed msgHash)");

    public static AbiEvent FailedRelayedMessage { get; } = new("FailedRelayedMessage(bytes32 indexed msgHash)");

    public static AbiEvent Mint { get; } = new("Mint(address indexed account, uint256 amount)");

    public static AbiEvent Burn { get; } = new("Burn(address indexed account, uint256 amount)");
}
