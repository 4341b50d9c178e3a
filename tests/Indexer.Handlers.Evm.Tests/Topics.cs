namespace Indexer.Handlers.Evm.Tests;

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
    public const string ProposalCreated = "7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e0";
    public const string ProposalQueued = "9a2e42fd6722813d69113e7d0079d3d940171428df7373df9c7f7617cfda2892";
    public const string ProposalExecuted = "712ae1383f79ac853f8d882153778e0260ef8f03b504e2866e0593e04d2b291f";
    public const string ProposalCanceled = "789cf55be980739dad1d0699b93b58e806b51c9d96619bfa8fe0a28abaa7b30c";
    public const string VoteCastWithParams = "e2babfbac5889a709b63bb7f598b324e08bc5a4fb9ec647fb3cbc9ec07eb8712";
    public const string ProposalExtended = "541f725fb9f7c98a30cc9c0ff32fbb14358cd7159c847a3aa20a2bdc442ba511";
    public const string VotingDelaySet = "c565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93";
    public const string VotingPeriodSet = "7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828";
    public const string ProposalThresholdSet = "ccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461";
    public const string QuorumNumeratorUpdated = "0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997";
    public const string LateQuorumVoteExtensionSet = "7ca4ac117ed3cdce75c1161d8207c440389b1a15d69d096831664657c07dafc2";
    public const string TimelockChange = "08f74ea46ef7894f65eabfb5e6e695de773a000b47c529ab559178069b226401";
    public const string SuperQuorumNumeratorUpdated =
        "334c4c5e589dba20a911f8a704ce58482811d339e7052aa447c5bf415bea70fb";
    public const string ProposalGuardianSet = "eabe7d6d9720bd3fde29f0fbd6af94debeea74c6d5508c31ee6b07631e06e69b";
    public const string OverrideVoteCast = "49549bd03796fa3aec6f7adab515dd07e1b4d2021298a516bd2a048c95413c71";
    public const string VoteReduced = "a3e9dc6f75dd03afa423da7498d345528f378d27f40d23f69693cec61e1cd127";
    public const string CallScheduled = "4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca";
    public const string CallExecuted = "c2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58";
    public const string CallSalt = "20fda5fd27a1ea7bf5b9567f143ac5470bb059374a27e8f67cb44f946f6d0387";
    public const string Cancelled = "baa1eb22f2a492ba1a5fea61b8df4d27c6c8b5f3971e63bb58fa14ff72eedb70";
    public const string MinDelayChange = "11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d5";
    public const string RoleGranted = "2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d";
    public const string RoleRevoked = "f6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b";
    public const string DelegateChanged = "3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f";
    public const string DelegateVotesChanged = "dec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724";
    public const string NewImplementation = "d604de94d45953f9138079ec1b82d533cb2160c906d1076d1f7ed54befbca97a";
    public const string NewPendingAdmin = "ca4f2f25d0898edd99413412fb94012f9e54ec8142f9b093e7720646a95b16a9";
    public const string NewAdmin = "f9ffabca9c8276e99321725bcb43fb076a6c66a54b7f21c4e8146d8519b417dc";
    public const string WhitelistAccountExpirationSet =
        "4e7b7545bc5744d0e30425959f4687475774b6c7edad77d24cb51c7d967d4515";
    public const string WhitelistGuardianSet = "80a07e73e552148844a9c216d9724212d609cfa54e9c1a2e97203bdd2c4ad341";
    public const string AlphaVoteCast = "877856338e13f63d0c36822ff0ef736b80934cd90574a3a5bc9262c39d217c46";
    public const string ERC20BridgeInitiated = "7ff126db8024424bbfd9826e8ab82ff59136289ea440b04b39a0df1b03b9cabf";
    public const string ERC20BridgeFinalized = "d59c65b35445225835c83f50b6ede06a7be047d22e357073e250d9af537518cd";
    public const string ERC20DepositInitiated = "718594027abd4eaed59f95162563e0cc6d0e8d5b86b1c7be8b1b0ac3343d0396";
    public const string ERC20WithdrawalFinalized = "3ceee06c1e37648fcbb6ed52e17b3e1f275a1f8c7b22a84b2b84732431e046b3";
    public const string DepositFinalized = "b0444523268717a02698be47d0803aa7468c00acbed2f8bd93a0459cde61dd89";
    public const string WithdrawalInitiated = "73d170910aba9e6d50b102db522b1dbcd796216f5128b445aa2135272886497e";
    public const string Mint = "0f6798a560793a54c3bcfe86a93cde1e73087d944c0ea20544137d4121396885";
    public const string Burn = "cc16f5dbb4873280815c1ee09dbd06736cffcc184412cf7a71a0fdb75d397ca5";
    public const string TransactionDeposited = "b3813568d9991fc951961fcb4c784893574240a28925604d09fc577c55bb7c32";
    public const string SentMessage = "cb0f7ffd78f9aee47a248fae8db181db6eee833039123e026dcbff529522e52a";
    public const string RelayedMessage = "4641df4a962071e12719d8c8c8e5ac7fc4d97b927346a3d7a335b1f7517e133c";
    public const string FailedRelayedMessage = "99d0e048484baa1b1540b1367cb128acd7ab2946d1ed91ec10e3c85e4bf51b8f";
    public const string MessagePassed = "02a52367d10742d8032712c1bb8e0144ff1ec5ffda1ed7d70bb05a2744955054";
    public const string WithdrawalProven = "67a6208cfcc0801d50f6cbe764733f4fddf66ac0b04442061a8a8c0cb6b63f62";
    public const string WithdrawalFinalized = "db5c7652857aa163daadd670e116628fb42e869d8ac4251ef8971d9e5727df1b";
}
