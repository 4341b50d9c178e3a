namespace Indexer.Simulator.Governance;

/// <summary>A bounty, or a child bounty, which has a parent.</summary>
internal sealed class Bounty(
    Bounty? parent,
    uint index,
    AccountId proposer,
    UInt128 value,
    UInt128 bond,
    string description
)
{
    public Bounty? Parent => parent;

    public uint Index => index;

    public AccountId Proposer => proposer;

    public UInt128 Value => value;

    public UInt128 Bond => bond;

    public string State { get; set; } = parent is null ? "Proposed" : "Added";

    public AccountId? Curator { get; set; }

    public UInt128 Fee { get; set; }

    public UInt128 CuratorDeposit { get; set; }

    public long UpdateDue { get; set; }

    public AccountId? Beneficiary { get; set; }

    public long UnlockAt { get; set; }

    public UInt128? Payout { get; set; }

    /// <summary>The fees of the children's curators, which the parent's curator does not get.</summary>
    public UInt128 ChildrenFees { get; set; }

    public bool IsOver => State is "Claimed" or "Rejected" or "Canceled";

    public List<GovernanceStep> Steps { get; } = [];

    /// <summary>The account that holds its money: the treasury's sub-account.</summary>
    public AccountId Account { get; } =
        AccountId.Padded("modlpy/trsry", [8, .. parent is null ? "bt"u8 : "cb"u8, .. BitConverter.GetBytes(index)]);

    public BountyBook Book() =>
        new(
            parent?.Index,
            index,
            proposer,
            value,
            bond,
            description,
            State,
            Curator,
            Fee,
            Beneficiary,
            Payout,
            [.. Steps]
        );
}
