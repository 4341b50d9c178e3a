using System.Numerics;

namespace Indexer.Domain;

/// <summary>
/// One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network
/// keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of
/// the same direction and message on the other: that with the same message hash or, where either has none, the same number.
/// </summary>
public sealed record BridgeTransfer : StateRow
{
    /// <summary>Height of the block whose log stated it.</summary>
    public required long EventHeight { get; init; }

    /// <summary>Index of that log in its block.</summary>
    public required int EventIndex { get; init; }

    /// <summary>Where it goes.</summary>
    public required BridgeDirection Direction { get; init; }

    /// <summary>Which side of it happened on this network.</summary>
    public required BridgeSide Side { get; init; }

    /// <summary>
    /// What is transferred, the same on both networks: Keccak-256 of the ABI encoding of the token on Ethereum, the token on the L2,
    /// sender, receiver, amount, and the hash of the extra data.
    /// </summary>
    public required byte[] Message { get; init; }

    /// <summary>
    /// Counts the transfers of equal message on this network, from 1: where no messenger names them, the first to go is taken for the first to
    /// arrive.
    /// </summary>
    public required int Number { get; init; }

    /// <summary>The token on this network.</summary>
    public required AccountId Token { get; init; }

    /// <summary>The token on the other network.</summary>
    public required AccountId RemoteToken { get; init; }

    /// <summary>Who sent, on the network where the transfer was initiated.</summary>
    public required AccountId Sender { get; init; }

    /// <summary>Who receives, on the network where the transfer is finalized.</summary>
    public required AccountId Receiver { get; init; }

    /// <summary>How much, in units of 10^-18 of the token.</summary>
    public required Pha Amount { get; init; }

    /// <summary>Time of the block, UTC.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>Hash of the transaction.</summary>
    public required byte[] Transaction { get; init; }

    /// <summary>
    /// The hash by which a withdrawal is proven and finalized on Ethereum (MessagePassed, WithdrawalFinalized); null for deposits, and
    /// where no log of the same transaction states it.
    /// </summary>
    public byte[]? WithdrawalHash { get; init; }

    /// <summary>
    /// The hash by which the messenger of the receiving network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1). It tells equal
    /// transfers apart. Null where no SentMessage, or on the finalized side no RelayedMessage, of the same transaction states it.
    /// </summary>
    public byte[]? MessageHash { get; init; }

    /// <summary>
    /// The reward index of the vault at the event, in PHA times 10^36: what the shares earned on their way counts from it, or up to it. Null on the L2,
    /// where the vault is not.
    /// </summary>
    public BigInteger? RewardIndex { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Sender, Receiver];
}
