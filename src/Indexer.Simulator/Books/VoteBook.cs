namespace Indexer.Simulator;

/// <summary>The vote of one account in a referendum. A vote removed while the referendum was open is only in its history.</summary>
/// <param name="Voter">The account; the wrapped-balances pallet votes for the holders of W-PHA.</param>
/// <param name="Vote">The vote.</param>
/// <param name="Height">The block in which this vote was cast.</param>
/// <param name="OwnAyes">What the account's own vote adds to the ayes.</param>
/// <param name="OwnNays">What the account's own vote adds to the nays.</param>
/// <param name="Delegated">What delegations add on the same side, at the referendum's end or now; nothing for a split vote.</param>
/// <param name="Wrapped">The holders of W-PHA behind the pallet's vote; empty for anybody else.</param>
/// <param name="RemovedAt">The block in which the vote was removed after the end, or null.</param>
public sealed record VoteBook(
    AccountId Voter,
    AccountVote Vote,
    long Height,
    UInt128 OwnAyes,
    UInt128 OwnNays,
    IReadOnlyList<DelegatedShare> Delegated,
    IReadOnlyList<WrappedShare> Wrapped,
    long? RemovedAt
);
