namespace Indexer.Simulator.Governance;

/// <summary>A spend proposal to the treasury.</summary>
internal sealed class TreasuryProposal(
    uint index,
    AccountId proposer,
    UInt128 value,
    AccountId beneficiary,
    UInt128 bond
)
{
    public uint Index => index;

    public AccountId Proposer => proposer;

    public UInt128 Value => value;

    public AccountId Beneficiary => beneficiary;

    public UInt128 Bond => bond;

    public string State { get; set; } = "Proposed";

    public bool IsOpen => State is "Proposed" or "Approved";

    public List<GovernanceStep> Steps { get; } = [];

    public TreasuryProposalBook Book() => new(index, proposer, value, beneficiary, bond, State, [.. Steps]);
}
