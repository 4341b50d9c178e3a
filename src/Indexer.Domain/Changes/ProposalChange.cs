namespace Indexer.Domain;

/// <summary>Changes what is no sum of votes in the state of a proposal: its status, dates and deposits.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Apply">Makes the new state of the one before.</param>
public sealed record ProposalChange(string ProposalId, Func<ProposalState, ProposalState> Apply) : Change;
