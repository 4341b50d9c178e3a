namespace Indexer.Domain;

/// <summary>Changes what is no sum of votes in the state of a proposal, such as its status, dates and deposits.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Apply">The state after, from the state that the changes before left.</param>
public sealed record ProposalChange(string ProposalId, Func<ProposalState, ProposalState> Apply) : Change;
