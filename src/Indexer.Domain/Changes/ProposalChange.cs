namespace Indexer.Domain;

/// <summary>Changes where a proposal stands, whatever the changes before it made of its tally.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Apply">The state after, from the state before.</param>
public sealed record ProposalChange(string ProposalId, Func<ProposalState, ProposalState> Apply) : Change;
