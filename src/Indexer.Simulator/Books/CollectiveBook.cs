namespace Indexer.Simulator;

/// <summary>Who is in a collective.</summary>
/// <param name="Members">By account.</param>
/// <param name="Prime">Whose vote counts for those who abstain, or null.</param>
public sealed record CollectiveBook(IReadOnlyList<AccountId> Members, AccountId? Prime);
