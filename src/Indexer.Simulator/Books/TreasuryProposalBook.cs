namespace Indexer.Simulator;

/// <summary>A spend proposal to the treasury after a block.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Proposer">Who proposed it; the beneficiary of what Root spends.</param>
/// <param name="Value">How much, in 10^-12.</param>
/// <param name="Beneficiary">For whom.</param>
/// <param name="Bond">What the proposer put down.</param>
/// <param name="State"><c>Proposed</c>, <c>Approved</c>, <c>Awarded</c> or <c>Rejected</c>.</param>
/// <param name="Steps">The timeline; the approval has no event.</param>
public sealed record TreasuryProposalBook(
    uint Index,
    AccountId Proposer,
    UInt128 Value,
    AccountId Beneficiary,
    UInt128 Bond,
    string State,
    IReadOnlyList<GovernanceStep> Steps
);
