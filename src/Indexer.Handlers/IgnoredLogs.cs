namespace Indexer.Handlers;

/// <summary>Events of indexed contracts that deliberately have no handler, each with its reason.</summary>
public static class IgnoredLogs
{
    private const string Administration = "administration of the contract: changes no stake, reward or claim";

    /// <summary>Ownable and Initializable, and the proxy that a contract may stand behind (ERC-1967).</summary>
    internal static readonly string[] EveryContract =
    [
        "OwnershipTransferred(address indexed previousOwner, address indexed newOwner)",
        "Initialized(uint64 version)",
        "Initialized(uint8 version)",
        "Upgraded(address indexed implementation)",
        "AdminChanged(address previousAdmin, address newAdmin)",
        "BeaconUpgraded(address indexed beacon)",
    ];

    private static readonly string[] Vault = ["Paused(address account)", "Unpaused(address account)"];

    private static readonly string[] Claimer =
    [
        "SignerSet(address indexed signer)",
        "BridgeConfigUpdated(address indexed l1Bridge, address indexed l2Token, uint32 minGasLimit)",
    ];

    private const string Ether = "ether is nobody's stake";

    private const string Twice =
        "the bridge states the same transfer a second time, as ERC20BridgeInitiated or ERC20BridgeFinalized";

    private const string Token20 =
        "(address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes extraData)";

    private const string EtherMoved = "(address indexed from, address indexed to, uint256 amount, bytes extraData)";

    private static readonly string[] Portal =
    [
        "Paused(address account)",
        "Unpaused(address account)",
        "DisputeGameBlacklisted(address indexed disputeGame)",
        "RespectedGameTypeSet(uint32 indexed newGameType, uint64 indexed updatedAt)",
        "ETHMigrated(address indexed lockbox, uint256 ethBalance)",
        "PortalMigrated(address oldLockbox, address newLockbox, address oldAnchorStateRegistry, address newAnchorStateRegistry)",
    ];

    private const string Settings =
        "a setting of the governor for later proposals: what it makes of a proposal is asked at the proposal's snapshot";

    private static readonly string[] GovernorSettings =
    [
        "VotingDelaySet(uint256 oldVotingDelay, uint256 newVotingDelay)",
        "VotingPeriodSet(uint256 oldVotingPeriod, uint256 newVotingPeriod)",
        "ProposalThresholdSet(uint256 oldProposalThreshold, uint256 newProposalThreshold)",
        "QuorumNumeratorUpdated(uint256 oldQuorumNumerator, uint256 newQuorumNumerator)",
        "SuperQuorumNumeratorUpdated(uint256 oldSuperQuorumNumerator, uint256 newSuperQuorumNumerator)",
        "LateQuorumVoteExtensionSet(uint64 oldVoteExtension, uint64 newVoteExtension)",
        "ProposalGuardianSet(address oldProposalGuardian, address newProposalGuardian)",
        "EIP712DomainChanged()",
        "BaseDelaySet(uint32 oldBaseDelaySeconds, uint32 newBaseDelaySeconds)",
        "AccessManagerIgnoredSet(address target, bytes4 selector, bool ignored)",
    ];

    /// <summary>Compound's delegators and administrators of governors and timelocks.</summary>
    private static readonly string[] Compound =
    [
        "NewImplementation(address oldImplementation, address newImplementation)",
        "NewPendingAdmin(address oldPendingAdmin, address newPendingAdmin)",
        "NewAdmin(address oldAdmin, address newAdmin)",
        "WhitelistAccountExpirationSet(address account, uint256 expiration)",
        "WhitelistGuardianSet(address oldGuardian, address newGuardian)",
        "ProposalGuardianSet(address oldProposalGuardian, uint96 oldProposalGuardianExpiration, address newProposalGuardian, uint96 newProposalGuardianExpiration)",
    ];

    private static readonly string[] Timelock =
    [
        "MinDelayChange(uint256 oldDuration, uint256 newDuration)",
        "RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
        "RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
        "RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)",
    ];

    private static readonly string[] Token =
    [
        "Paused(address account)",
        "Unpaused(address account)",
        "EIP712DomainChanged()",
        "RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
        "RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
        "RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)",
        "MinterChanged(address minter, address newMinter)",
    ];

    /// <summary>The reason by contract role and Solidity declaration.</summary>
    public static IReadOnlyDictionary<(string Role, string Declaration), string> Reasons { get; } =
        new Dictionary<(string, string), string>([
            .. Administrative(ContractRoles.PhaVault, Vault),
            .. Administrative(ContractRoles.KhalaClaimer, Claimer),
            .. Administrative(ContractRoles.PhalaClaimer, Claimer),
            new(
                (ContractRoles.PhaVault, "Approval(address indexed owner, address indexed spender, uint256 value)"),
                "an allowance moves nothing"
            ),
            .. Administrative(ContractRoles.BridgedVpha, ["EIP712DomainChanged()"]),
            .. Ignored(
                ContractRoles.BridgedVpha,
                "the Transfer from or to the zero address states the same",
                ["Mint(address indexed account, uint256 amount)", "Burn(address indexed account, uint256 amount)"]
            ),
            .. Ignored(
                ContractRoles.BridgedVpha,
                "an allowance moves nothing",
                ["Approval(address indexed owner, address indexed spender, uint256 value)"]
            ),
            .. Administrative(ContractRoles.TokenVault, Vault),
            new(
                (ContractRoles.TokenVault, "Approval(address indexed owner, address indexed spender, uint256 value)"),
                "an allowance moves nothing"
            ),
            .. Administrative(ContractRoles.L1StandardBridge, []),
            .. Ignored(
                ContractRoles.L1StandardBridge,
                Twice,
                [$"ERC20DepositInitiated{Token20}", $"ERC20WithdrawalFinalized{Token20}"]
            ),
            .. Ignored(
                ContractRoles.L1StandardBridge,
                Ether,
                [
                    $"ETHBridgeInitiated{EtherMoved}",
                    $"ETHBridgeFinalized{EtherMoved}",
                    $"ETHDepositInitiated{EtherMoved}",
                    $"ETHWithdrawalFinalized{EtherMoved}",
                ]
            ),
            .. Administrative(ContractRoles.L2StandardBridge, []),
            .. Ignored(
                ContractRoles.L2StandardBridge,
                Twice,
                [$"WithdrawalInitiated{Token20}", $"DepositFinalized{Token20}"]
            ),
            .. Ignored(
                ContractRoles.L2StandardBridge,
                Ether,
                [$"ETHBridgeInitiated{EtherMoved}", $"ETHBridgeFinalized{EtherMoved}"]
            ),
            .. Administrative(ContractRoles.OptimismPortal, Portal),
            .. Ignored(
                ContractRoles.OptimismPortal,
                "what a deposit carries is stated by the bridge",
                [
                    "TransactionDeposited(address indexed from, address indexed to, uint256 indexed version, bytes opaqueData)",
                ]
            ),
            .. Ignored(
                ContractRoles.OptimismPortal,
                "who proved a withdrawal changes nothing of it",
                ["WithdrawalProvenExtension1(bytes32 indexed withdrawalHash, address indexed proofSubmitter)"]
            ),
            .. Administrative(ContractRoles.MessagePasser, []),
            .. Ignored(ContractRoles.MessagePasser, Ether, ["WithdrawerBalanceBurnt(uint256 indexed amount)"]),
            .. new[] { ContractRoles.L1Messenger, ContractRoles.L2Messenger }.SelectMany(role =>
                (IEnumerable<KeyValuePair<(string, string), string>>)
                    [
                        .. Administrative(role, ["Paused(address account)", "Unpaused(address account)"]),
                        .. Ignored(role, Ether, ["SentMessageExtension1(address indexed sender, uint256 value)"]),
                    ]
            ),
            .. Administrative(ContractRoles.Governor, []),
            .. Administrative(ContractRoles.GovernorBravo, Compound),
            .. Administrative(ContractRoles.GovernorAlpha, []),
            .. Administrative(ContractRoles.Timelock, Timelock),
            .. Administrative(ContractRoles.VotesToken, Token),
            .. Ignored(ContractRoles.Governor, Settings, GovernorSettings),
            .. Ignored(ContractRoles.GovernorBravo, Settings, GovernorSettings[..3]),
            new(
                (ContractRoles.Timelock, "CallSalt(bytes32 indexed id, bytes32 salt)"),
                "how the id of an operation was made, which CallScheduled names"
            ),
            .. Ignored(
                ContractRoles.VotesToken,
                "an allowance moves nothing",
                [
                    "Approval(address indexed owner, address indexed spender, uint256 value)",
                    "ApprovalForAll(address indexed owner, address indexed operator, bool approved)",
                ]
            ),
        ]);

    private static IEnumerable<KeyValuePair<(string Role, string Declaration), string>> Administrative(
        string role,
        string[] declarations
    ) => Ignored(role, Administration, [.. EveryContract, .. declarations]);

    private static IEnumerable<KeyValuePair<(string Role, string Declaration), string>> Ignored(
        string role,
        string reason,
        string[] declarations
    ) => declarations.Select(declaration => KeyValuePair.Create((role, declaration), reason));
}
