namespace Indexer.Simulator;

/// <summary>A delegation of votes and the blocks in which it held.</summary>
/// <param name="Delegator">Who delegates.</param>
/// <param name="Target">Who votes for him.</param>
/// <param name="Conviction">The delegator's conviction.</param>
/// <param name="Balance">The delegated balance in 10^-12.</param>
/// <param name="Votes">What it counts.</param>
/// <param name="From">The block in which it began.</param>
/// <param name="To">The block in which it was undelegated or replaced, or null.</param>
public sealed record DelegationBook(
    AccountId Delegator,
    AccountId Target,
    Conviction Conviction,
    UInt128 Balance,
    UInt128 Votes,
    long From,
    long? To
);
