namespace Indexer.Domain;

/// <summary>
/// The tokens with which an account votes for itself on an open proposal, where they changed since the proposal's
/// snapshot. Of all other accounts they are what the account has now. They tell which part of a vote is delegated.
/// </summary>
public sealed record SnapshotTokens : StateRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its tokens at the snapshot; zero when it did not delegate to itself.</summary>
    public Pha Tokens { get; init; }
}
