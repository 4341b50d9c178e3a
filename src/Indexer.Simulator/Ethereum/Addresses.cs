namespace Indexer.Simulator.Ethereum;

/// <summary>The contracts of the story at their real addresses.</summary>
internal static class Addresses
{
    public static EvmAddress Pha { get; } = new("0x6c5ba91642f10282b576d91922ae6448c9d52f4e");

    public static EvmAddress Vault { get; } = new("0x21d6ec8fc14caacc55afa23cba66798dab3a0ec0");

    public static EvmAddress KhalaClaimer { get; } = new("0xa139f849000c5438855032ebfeed9ee104023a73");

    public static EvmAddress PhalaClaimer { get; } = new("0x8b6d7ab0be8d1f6ae40738c4cff75134110a777f");

    public static EvmAddress L1Bridge { get; } = new("0x6a3444d11ca2697fe4a19ac8995abdd8dd301521");

    public static EvmAddress L2Vault { get; } = new("0xfdcebd2e111d64fc8a682703eac62918093ec856");

    public static EvmAddress Portal { get; } = new("0x96b124841eff4ab1b3c1f654d60402a1405ff51a");

    public static EvmAddress L1Messenger { get; } = new("0x1549dd6f86f5bbf0b1bc691407de64e8104c1544");

    public static EvmAddress L2Bridge { get; } = new("0x4200000000000000000000000000000000000010");

    public static EvmAddress L2Messenger { get; } = new("0x4200000000000000000000000000000000000007");

    public static EvmAddress Passer { get; } = new("0x4200000000000000000000000000000000000016");

    /// <summary>The team that deployed the contracts and may set them.</summary>
    public static EvmAddress Admin { get; } = new("0x00000000000000000000000000000000000ad314");

    /// <summary>An unrelated ERC-20 and ERC-4626 whose logs have the same topics.</summary>
    public static EvmAddress Foreign { get; } = new("0x00000000000000000000000000000000000f0e16");

    /// <summary>Who deployed the governors, cancels in their timelock, and keeps the tokens that nobody else got.</summary>
    public static EvmAddress Steward { get; } = new("0x00000000000000000000000000000000000057e4");

    public static EvmAddress BlockVotes { get; } = Created(0);

    public static EvmAddress BlockTimelock { get; } = Created(1);

    public static EvmAddress BlockGovernor { get; } = Created(2);

    public static EvmAddress TimeVotes { get; } = Created(3);

    public static EvmAddress TimeTimelock { get; } = Created(4);

    public static EvmAddress TimeGovernor { get; } = Created(5);

    public static string Role(EvmAddress address) =>
        address == Vault ? "pha-vault"
        : address == KhalaClaimer ? "khala-claimer"
        : address == PhalaClaimer ? "phala-claimer"
        : address == Pha ? "pha-token"
        : address == L1Bridge ? "l1-standard-bridge"
        : address == Portal ? "optimism-portal"
        : address == L1Messenger ? "l1-cross-domain-messenger"
        : address == L2Vault ? "bridged-vpha"
        : address == L2Bridge ? "l2-standard-bridge"
        : address == L2Messenger ? "l2-cross-domain-messenger"
        : address == Passer ? "l2-message-passer"
        : address == BlockVotes || address == TimeVotes ? "votes-token"
        : address == BlockGovernor || address == TimeGovernor ? "governor"
        : address == BlockTimelock ? "timelock"
        : address == TimeTimelock ? "compound-timelock"
        : "foreign";

    /// <summary>The contract that an account's n-th transaction creates: a digest of the RLP list of both.</summary>
    private static EvmAddress Created(byte nonce) =>
        EvmAddress.From(Digests.Keccak256([0xd6, 0x94, .. Steward.Bytes, nonce == 0 ? (byte)0x80 : nonce]).AsSpan(12));
}
