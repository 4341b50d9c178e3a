namespace Indexer.Domain;

/// <summary>Changes what is no sum of votes in the state of a proposal: its status, dates, what the source states of it.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Apply">The state after, from the state before.</param>
public sealed record ProposalChange(string ProposalId, Func<ProposalState, ProposalState> Apply) : Change;
