namespace Indexer.Simulator;

/// <summary>All addresses that belong together by the claims made up to a block of Ethereum.</summary>
/// <param name="Accounts">Substrate accounts; several when they share a receiver. Ordered.</param>
/// <param name="Receivers">EVM receivers of their claims. Ordered; empty when nothing was claimed.</param>
public sealed record TrueHolder(IReadOnlyList<AccountId> Accounts, IReadOnlyList<EvmAddress> Receivers);
