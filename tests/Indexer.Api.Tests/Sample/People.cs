using Indexer.Domain;

namespace Indexer.Api.Tests.Sample;

/// <summary>The accounts of the sample.</summary>
internal static class People
{
    public static readonly AccountId Owner = Substrate(0x0a);
    public static readonly AccountId Ann = Substrate(0x0b);
    public static readonly AccountId Bob = Substrate(0x0c);

    /// <summary>Claimed on Ethereum, but no parachain of the sample ever named it.</summary>
    public static readonly AccountId Unseen = Substrate(0x0d);
    public static readonly AccountId PoolAccount = Substrate(0xa1);
    public static readonly AccountId VaultAccount = Substrate(0xa2);
    public static readonly AccountId AnnReceiver = Evm(0x1b);
    public static readonly AccountId AnnL2Receiver = Evm(0x2b);
    public static readonly AccountId UnseenReceiver = Evm(0x1d);
    public static readonly AccountId PhaVault = Evm(0xe1);
    public static readonly AccountId Claimer = Evm(0xc1);

    private static AccountId Substrate(byte seed) => new(Bytes(AccountId.SubstrateLength, seed));

    private static AccountId Evm(byte seed) => new(Bytes(AccountId.EvmLength, seed));

    private static byte[] Bytes(int length, byte seed) =>
        [.. Enumerable.Range(0, length).Select(index => (byte)(seed + (index * 29)))];
}
