namespace Indexer.Simulator;

/// <summary>A bounty or child bounty after a block.</summary>
/// <param name="Parent">The parent bounty of a child bounty, or null.</param>
/// <param name="Index">Its number.</param>
/// <param name="Proposer">Who proposed it; of a child bounty the parent's curator.</param>
/// <param name="Value">How much, in 10^-12.</param>
/// <param name="Bond">What the proposer put down.</param>
/// <param name="Description">What for.</param>
/// <param name="State">
/// <c>Proposed</c>, <c>Approved</c>, <c>Funded</c>, <c>Added</c>, <c>CuratorProposed</c>, <c>Active</c>, <c>PendingPayout</c>,
/// <c>Claimed</c>, <c>Rejected</c> or <c>Canceled</c>.
/// </param>
/// <param name="Curator">The curator, proposed or active.</param>
/// <param name="Fee">The curator's fee.</param>
/// <param name="Beneficiary">Who is paid.</param>
/// <param name="Payout">What was paid to the beneficiary.</param>
/// <param name="Steps">The timeline; approvals and curators have no events.</param>
public sealed record BountyBook(
    uint? Parent,
    uint Index,
    AccountId Proposer,
    UInt128 Value,
    UInt128 Bond,
    string Description,
    string State,
    AccountId? Curator,
    UInt128 Fee,
    AccountId? Beneficiary,
    UInt128? Payout,
    IReadOnlyList<GovernanceStep> Steps
);
