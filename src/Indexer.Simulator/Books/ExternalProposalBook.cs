namespace Indexer.Simulator;

/// <summary>A proposal of the council that waits to be tabled. No event tells of its beginning.</summary>
/// <param name="Number">Counts from 0; the chain has no number for it.</param>
/// <param name="ProposalHash">The <c>0x</c> hash of the proposed call.</param>
/// <param name="Call">The proposed call as "Pallet.call".</param>
/// <param name="Threshold">What the referendum will have to reach.</param>
/// <param name="State"><c>Waiting</c>, <c>Tabled</c>, <c>FastTracked</c>, <c>Vetoed</c>, <c>Replaced</c> or <c>Blacklisted</c>.</param>
/// <param name="Referendum">The referendum it became, or null.</param>
/// <param name="Steps">The timeline.</param>
public sealed record ExternalProposalBook(
    int Number,
    string ProposalHash,
    string Call,
    VoteThreshold Threshold,
    string State,
    uint? Referendum,
    IReadOnlyList<GovernanceStep> Steps
);
