namespace Indexer.Simulator;

/// <summary>A standing vote in the elections of the council.</summary>
/// <param name="Who">The voter.</param>
/// <param name="Candidate">Whom it names.</param>
/// <param name="Stake">What stands behind it, in 10^-12.</param>
public sealed record ElectionVoteBook(AccountId Who, AccountId Candidate, UInt128 Stake);
