namespace Indexer.Ingestion;

/// <summary>Events of indexed contracts that deliberately have no handler, each with its reason.</summary>
public static class IgnoredLogs
{
    private const string Administration = "administration of the contract: changes no stake, reward or claim";

    /// <summary>The reason by contract role and Solidity declaration.</summary>
    public static IReadOnlyDictionary<(string Role, string Declaration), string> Reasons { get; } =
        new Dictionary<(string, string), string>
        {
            [("pha-vault", "Approval(address indexed owner, address indexed spender, uint256 value)")] =
                "an allowance moves nothing",
            [("pha-vault", "Paused(address account)")] = Administration,
            [("pha-vault", "Unpaused(address account)")] = Administration,
            [("pha-vault", "OwnershipTransferred(address indexed previousOwner, address indexed newOwner)")] =
                Administration,
            [("pha-vault", "Initialized(uint64 version)")] = Administration,
            [("pha-vault", "Upgraded(address indexed implementation)")] = Administration,
            [("khala-claimer", "SignerSet(address indexed signer)")] = Administration,
            [("khala-claimer", "OwnershipTransferred(address indexed previousOwner, address indexed newOwner)")] =
                Administration,
            [("khala-claimer", "Initialized(uint64 version)")] = Administration,
            [("khala-claimer", "Upgraded(address indexed implementation)")] = Administration,
            [("phala-claimer", "SignerSet(address indexed signer)")] = Administration,
            [("phala-claimer", "OwnershipTransferred(address indexed previousOwner, address indexed newOwner)")] =
                Administration,
            [("phala-claimer", "Initialized(uint64 version)")] = Administration,
            [("phala-claimer", "Upgraded(address indexed implementation)")] = Administration,
            [
                (
                    "phala-claimer",
                    "BridgeConfigUpdated(address indexed l1Bridge, address indexed l2Token, uint32 minGasLimit)"
                )
            ] = Administration,
        };
}
