namespace Indexer.Simulator.Governance;

/// <summary>A public proposal and its deposits.</summary>
internal sealed class PublicProposal(uint index, ProposedCall proposal, AccountId proposer, UInt128 deposit)
{
    public uint Index => index;

    public ProposedCall Proposal => proposal;

    public AccountId Proposer => proposer;

    public UInt128 Deposit => deposit;

    public List<AccountId> Depositors { get; } = [proposer];

    public UInt128 Backing => deposit * (uint)Depositors.Count;

    public string State { get; set; } = "Proposed";

    public uint? Referendum { get; set; }

    public List<GovernanceStep> Steps { get; } = [];

    public PublicProposalBook Book() =>
        new(
            index,
            proposal.HashHex,
            proposal.Call.FullName,
            proposer,
            deposit,
            [.. Depositors],
            State,
            Referendum,
            [.. Steps]
        );
}
