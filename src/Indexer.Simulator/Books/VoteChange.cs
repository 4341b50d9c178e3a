namespace Indexer.Simulator;

/// <summary>An entry of a referendum's history of votes.</summary>
/// <param name="Height">The block.</param>
/// <param name="Extrinsic">The extrinsic in the block; null outside of extrinsics.</param>
/// <param name="Voter">Whose vote.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Vote">The vote that was cast or removed.</param>
public sealed record VoteChange(long Height, uint? Extrinsic, AccountId Voter, VoteChangeKind Kind, AccountVote Vote);
