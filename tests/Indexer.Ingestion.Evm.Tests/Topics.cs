namespace Indexer.Ingestion.Evm.Tests;

/// <summary>Hashes of event signatures, computed with another implementation of Keccak (ethers) and typed in.</summary>
internal static class Topics
{
    public const string Transfer = "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    public const string Approval = "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
    public const string Deposit = "dcbc1c05240f31ff3ad067ef1ee35ce4997762752e3a095284754544f4c709d7";
    public const string Withdraw = "fbde797d201c681b91056529119e0b02407c7bb96a4a2c75c01fc9667232c8db";
    public const string VaultClaimed = "913c992353dc81b7a8ba31496c484e9b6306bd2f6c509a649a38fdf5e1c953b2";
    public const string RewardsSettled = "2bf582ae7b4e23267f9742193453efcc823164c91b245c2d83075e61e4c5c3e9";
    public const string TreasurySettled = "e8585fdde268e6a64ba98b9c9e5a76fdf1a91eaa0c854886fa5c30f36c9129f8";
    public const string TreasuryAssetsClaimed = "7c95935d1959f3a4b74404de365760a965a891ae39dca9cb73af25fe3f5909e4";
    public const string RewardRateUpdated = "c390a98ace15a7bb6bab611eedfdbb2685043b241a869420043cdfb23ccfee50";
    public const string UnlockPeriodUpdated = "aa1e10941c3aafb56ad74dad40ea5ec52cf44d83495362e44c775124edb040f5";
    public const string MaxUnlockRequestsUpdated = "7f43a2edb8cbb570917bae7252823a7a3efc95fec4c89c000e37ab9f231895ec";
    public const string TreasuryRatioUpdated = "ec92ad3ba025c421a84313577b933344b2b0a7656a0044b62afe8470a3007703";
    public const string Paused = "62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258";
    public const string Unpaused = "5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa";
    public const string OwnershipTransferred = "8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0";
    public const string Initialized = "c7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2";
    public const string Upgraded = "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b";
    public const string Claimed = "ca8bf70624ec0ecfc925e5746a0e4625afe01129043c1c7201c7ce01075ea3ac";
    public const string ClaimedAndBridged = "206a689f01f3fbf53eb8e25f0e55789c425f964c1baec2d9a9466884e2b4c938";
    public const string Deposited = "06da3309189fa49284f335d2c2bcb4cb0b8ad2a59ad92a9bdebeeb8f1ceba511";
    public const string SignerSet = "9eaa897564d022fb8c5efaf0acdb5d9d27b440b2aad44400b6e1c702e65b9ed3";
    public const string BridgeConfigUpdated = "646c7671ab6bc841abeeb74f449cdfbb75b3ac1091cf449adfc6ea22d59a42ec";
    public const string VoteCast = "b8e138887d0aa13bab447e82de9d5c1777041ecd21ca36ba824ff1e6c07ddda4";
}
