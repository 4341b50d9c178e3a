using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A mined transaction: who called which contract, and with what.</summary>
/// <param name="Sender">The account that sent it (<c>from</c>).</param>
/// <param name="To">What it calls; null when it creates a contract.</param>
/// <param name="Input">The call data: the selector of a function and its arguments.</param>
public sealed record EvmTransaction(AccountId Sender, AccountId? To, byte[] Input);
