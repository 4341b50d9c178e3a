using Indexer.Ingestion.Contracts;

namespace Indexer.Ingestion;

/// <summary>Events of indexed contracts that deliberately have no handler, each with its reason.</summary>
public static class IgnoredLogs
{
    private const string Administration = "administration of the contract: changes no stake, reward or claim";

    /// <summary>Ownable and Initializable, and the proxy that a contract may stand behind (ERC-1967).</summary>
    private static readonly string[] EveryContract =
    [
        "OwnershipTransferred(address indexed previousOwner, address indexed newOwner)",
        "Initialized(uint64 version)",
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
        ]);

    private static IEnumerable<KeyValuePair<(string Role, string Declaration), string>> Administrative(
        string role,
        string[] declarations
    ) =>
        EveryContract
            .Concat(declarations)
            .Select(declaration => KeyValuePair.Create((role, declaration), Administration));
}
