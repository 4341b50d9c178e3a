namespace Indexer.Simulator;

/// <summary>The periods in blocks and the deposits of the governance pallets. The runtimes state them as constants in their metadata.</summary>
public sealed record GovernanceTerms
{
    /// <summary>How often the next proposal becomes a referendum.</summary>
    public uint LaunchPeriod { get; init; } = 20;

    /// <summary>How long a referendum is voted on.</summary>
    public uint VotingPeriod { get; init; } = 16;

    /// <summary>The shortest voting of a fast track; a shorter one is instant.</summary>
    public uint FastTrackVotingPeriod { get; init; } = 6;

    /// <summary>From a referendum's end to its enactment.</summary>
    public uint EnactmentPeriod { get; init; } = 6;

    /// <summary>The unit of the locks of convictions.</summary>
    public uint VoteLockingPeriod { get; init; } = 6;

    /// <summary>How long a vetoed proposal cannot come back.</summary>
    public uint CooloffPeriod { get; init; } = 14;

    /// <summary>The smallest deposit of a public proposal in 10^-12.</summary>
    public UInt128 MinimumDeposit { get; init; } = 10_000_000_000_000;

    /// <summary>How long a motion of the council or the technical committee can be voted on.</summary>
    public uint MotionDuration { get; init; } = 10;

    /// <summary>How often the treasury spends.</summary>
    public uint SpendPeriod { get; init; } = 15;

    /// <summary>How often the council is elected.</summary>
    public uint TermDuration { get; init; } = 40;

    /// <summary>How many members the council wants.</summary>
    public uint DesiredMembers { get; init; } = 5;

    /// <summary>How many runners-up are kept.</summary>
    public uint DesiredRunnersUp { get; init; } = 2;

    /// <summary>From the majority of tippers to the close of a tip.</summary>
    public uint TipCountdown { get; init; } = 4;

    /// <summary>From the award of a bounty to its claim.</summary>
    public uint BountyPayoutDelay { get; init; } = 4;

    /// <summary>How long a curator may stay silent.</summary>
    public uint BountyUpdatePeriod { get; init; } = 60;

    /// <summary>For chains of some hundred blocks.</summary>
    public static GovernanceTerms Short { get; } = new();

    /// <summary>For chains of some thousand blocks.</summary>
    public static GovernanceTerms Middle { get; } = Short.Times(4);

    /// <summary>For chains of some ten thousand blocks.</summary>
    public static GovernanceTerms Long { get; } = Short.Times(20);

    private GovernanceTerms Times(uint factor) =>
        this with
        {
            LaunchPeriod = LaunchPeriod * factor,
            VotingPeriod = VotingPeriod * factor,
            FastTrackVotingPeriod = FastTrackVotingPeriod * factor,
            EnactmentPeriod = EnactmentPeriod * factor,
            VoteLockingPeriod = VoteLockingPeriod * factor,
            CooloffPeriod = CooloffPeriod * factor,
            MotionDuration = MotionDuration * factor,
            SpendPeriod = SpendPeriod * factor,
            TermDuration = TermDuration * factor,
            TipCountdown = TipCountdown * factor,
            BountyPayoutDelay = BountyPayoutDelay * factor,
            BountyUpdatePeriod = BountyUpdatePeriod * factor,
        };
}
