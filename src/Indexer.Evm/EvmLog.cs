using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A log of a contract as a node returned it, checked to be complete and part of a block.</summary>
/// <param name="Address">The contract that emitted it.</param>
/// <param name="Topics">Up to 4 topics of 32 bytes; the first is the hash of the event's signature.</param>
/// <param name="Data">The values that are not indexed, ABI-encoded.</param>
/// <param name="BlockNumber">Height of its block.</param>
/// <param name="BlockHash">The 32-byte hash of its block.</param>
/// <param name="TransactionHash">The 32-byte hash of its transaction.</param>
/// <param name="LogIndex">Position among all logs of its block.</param>
/// <param name="TransactionIndex">Position of its transaction in the block.</param>
public sealed record EvmLog(
    AccountId Address,
    byte[][] Topics,
    byte[] Data,
    long BlockNumber,
    byte[] BlockHash,
    byte[] TransactionHash,
    int LogIndex,
    int TransactionIndex
)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"log {LogIndex} of block {BlockNumber} (contract {EvmAddress.Format(Address)}, transaction {Hex.Of(TransactionHash)})";
}
