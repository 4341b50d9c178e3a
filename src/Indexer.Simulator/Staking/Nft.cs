namespace Indexer.Simulator.Staking;

/// <summary>A delegation or withdrawal NFT and the shares in it.</summary>
internal sealed class Nft(uint id, AccountId owner, UInt128 shares, ulong mintedAt)
{
    public ulong MintedAt { get; } = mintedAt;

    public uint Id { get; } = id;

    public AccountId Owner { get; } = owner;

    public UInt128 Shares { get; set; } = shares;
}
