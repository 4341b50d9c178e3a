namespace Indexer.Simulator;

/// <summary>A public proposal after a block.</summary>
/// <param name="Index">Its number.</param>
/// <param name="ProposalHash">The <c>0x</c> hash of the proposed call.</param>
/// <param name="Call">The proposed call as "Pallet.call".</param>
/// <param name="Proposer">Who proposed it.</param>
/// <param name="Deposit">What the proposer and everybody who seconds puts down, in 10^-12.</param>
/// <param name="Depositors">The proposer and the seconds in their order; one may second several times.</param>
/// <param name="State"><c>Proposed</c>, <c>Tabled</c>, <c>Canceled</c> or <c>Blacklisted</c>.</param>
/// <param name="Referendum">The referendum it became, or null.</param>
/// <param name="Steps">The timeline.</param>
public sealed record PublicProposalBook(
    uint Index,
    string ProposalHash,
    string Call,
    AccountId Proposer,
    UInt128 Deposit,
    IReadOnlyList<AccountId> Depositors,
    string State,
    uint? Referendum,
    IReadOnlyList<GovernanceStep> Steps
);
