using System.Numerics;

namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>A message of a cross-domain messenger, by which the bridge tells its other side what to release.</summary>
internal sealed class BridgeMessage
{
    public const uint Gas = 200_000;

    private static readonly AbiFunction Finalize = new(
        "finalizeBridgeERC20(address,address,address,address,uint256,bytes)"
    );

    private static readonly AbiFunction Relay = new("relayMessage(uint256,address,address,uint256,uint256,bytes)");

    public BridgeMessage(bool isDeposit, int number, EvmAddress from, EvmAddress to, UInt128 shares)
    {
        IsDeposit = isDeposit;
        // The first two bytes are the version of the message's form.
        Nonce = (BigInteger.One << 240) | number;
        (Sender, Target) = isDeposit
            ? (Addresses.L1Bridge, Addresses.L2Bridge)
            : (Addresses.L2Bridge, Addresses.L1Bridge);
        var (local, remote) = isDeposit ? (Addresses.L2Vault, Addresses.Vault) : (Addresses.Vault, Addresses.L2Vault);
        Data = Finalize.Encode(local, remote, from, to, shares, Array.Empty<byte>());
        Call = Relay.Encode(Nonce, Sender, Target, 0, Gas, Data);
        Hash = Digests.Keccak256(Call);
        Withdrawal = Digests.Keccak256(Digests.Of("withdrawal", number), Hash);
    }

    public bool IsDeposit { get; }

    public BigInteger Nonce { get; }

    public EvmAddress Sender { get; }

    public EvmAddress Target { get; }

    /// <summary>What the target is called with.</summary>
    public byte[] Data { get; }

    /// <summary>What the other messenger is called with.</summary>
    public byte[] Call { get; }

    /// <summary>The hash by which the other messenger knows it.</summary>
    public byte[] Hash { get; }

    /// <summary>The hash by which the portal on Ethereum knows it, when it goes there.</summary>
    public byte[] Withdrawal { get; }

    /// <summary>The messenger states that it was sent.</summary>
    public void State(EthereumRun run, EvmAddress messenger)
    {
        run.Emit(messenger, BridgeEvents.SentMessage, Target, Sender, Data, Nonce, Gas);
        run.Emit(messenger, BridgeEvents.SentMessageExtension1, Sender, 0);
    }
}
