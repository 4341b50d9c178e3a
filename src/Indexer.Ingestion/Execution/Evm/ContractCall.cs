using Indexer.Domain;
using Indexer.Evm.Abi;

namespace Indexer.Ingestion;

/// <summary>A view of a contract that tells after a block what no event states.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Function">The view.</param>
/// <param name="Argument">Its argument, if it has one: a BigInteger or an AccountId.</param>
/// <param name="Through">A view of the contract that names the one to call instead; null to call the contract itself.</param>
public sealed record ContractCall(
    AccountId Contract,
    AbiFunction Function,
    object? Argument = null,
    AbiFunction? Through = null
);
