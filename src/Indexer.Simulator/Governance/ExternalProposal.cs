namespace Indexer.Simulator.Governance;

/// <summary>The council's proposal that waits for the next launch.</summary>
internal sealed class ExternalProposal(int number, ProposedCall proposal, VoteThreshold threshold)
{
    public int Number => number;

    public ProposedCall Proposal => proposal;

    public VoteThreshold Threshold => threshold;

    public string State { get; set; } = "Waiting";

    public uint? Referendum { get; set; }

    public List<GovernanceStep> Steps { get; } = [];

    public ExternalProposalBook Book() =>
        new(number, proposal.HashHex, proposal.Call.FullName, threshold, State, Referendum, [.. Steps]);
}
