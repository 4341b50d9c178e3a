namespace Indexer.Simulator.Governance;

/// <summary>A motion of a collective.</summary>
internal sealed class Motion(
    Collective collective,
    uint index,
    ProposedCall proposal,
    AccountId proposer,
    uint threshold,
    long end
)
{
    public Collective Collective => collective;

    public uint Index => index;

    public ProposedCall Proposal => proposal;

    public uint Threshold => threshold;

    public long End => end;

    public bool IsOpen => State == "Proposed";

    public string State { get; set; } = "Proposed";

    public List<AccountId> Ayes { get; } = [];

    public List<AccountId> Nays { get; } = [];

    public (uint Yes, uint No)? Counted { get; set; }

    public string? Error { get; set; }

    public List<MotionVote> History { get; } = [];

    public List<GovernanceStep> Steps { get; } = [];

    public MotionBook Book() =>
        new(
            collective.Name,
            index,
            proposal.HashHex,
            proposal.Call.FullName,
            proposer,
            threshold,
            end,
            State,
            [.. Ayes],
            [.. Nays],
            Counted?.Yes,
            Counted?.No,
            Error,
            [.. History],
            [.. Steps]
        );
}
