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

    /// <summary>The team that deployed the contracts and may set them.</summary>
    public static EvmAddress Admin { get; } = new("0x00000000000000000000000000000000000ad314");

    /// <summary>An unrelated ERC-20 and ERC-4626 whose logs have the same topics.</summary>
    public static EvmAddress Foreign { get; } = new("0x00000000000000000000000000000000000f0e16");

    public static string Role(EvmAddress address) =>
        address == Vault ? "pha-vault"
        : address == KhalaClaimer ? "khala-claimer"
        : address == PhalaClaimer ? "phala-claimer"
        : address == Pha ? "pha-token"
        : address == L1Bridge ? "l1-bridge"
        : "foreign";
}
