namespace Indexer.Simulator;

/// <summary>What one delegation adds to the delegate's vote.</summary>
/// <param name="Delegator">Whose it is.</param>
/// <param name="Conviction">The delegator's conviction.</param>
/// <param name="Capital">The delegated balance in 10^-12.</param>
/// <param name="Votes">What it counts.</param>
public sealed record DelegatedShare(AccountId Delegator, Conviction Conviction, UInt128 Capital, UInt128 Votes);
