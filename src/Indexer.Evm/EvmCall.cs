using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A call of a view function after a block.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Data">Selector and arguments.</param>
/// <param name="BlockHash">The block; named by its hash, so that a fork cannot put another in its place (EIP-1898).</param>
/// <param name="Height">Height of the block, when known: it finds a node that still has its state.</param>
public sealed record EvmCall(AccountId Contract, byte[] Data, byte[] BlockHash, long? Height = null);
