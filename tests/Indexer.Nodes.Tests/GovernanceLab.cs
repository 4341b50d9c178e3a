using Indexer.Domain;
using Indexer.Ingestion;

namespace Indexer.Nodes.Tests;

/// <summary>The contracts of Contracts/GovernanceLab.sol on a node: a voting token, governors of several kinds, their timelocks.</summary>
public sealed class GovernanceLab
{
    /// <summary>Blocks or seconds from a proposal to its snapshot.</summary>
    private const int Delay = 1;

    private const int DelaySeconds = 30;

    /// <summary>Blocks or seconds of voting.</summary>
    private const int Period = 9;

    private const int PeriodSeconds = 120;

    private const int TimelockSeconds = 20;

    private const int GraceSeconds = 60;

    private static readonly Task<Dictionary<string, string>> Compiled = LabContracts.CompileAsync("GovernanceLab.sol");

    private GovernanceLab(AnvilNode node, IReadOnlyList<AccountId> accounts, bool byTime) =>
        (Node, Accounts, ByTime) = (node, accounts, byTime);

    public AnvilNode Node { get; }

    public IReadOnlyList<AccountId> Accounts { get; }

    /// <summary>Whether the token and with it the governors count seconds.</summary>
    public bool ByTime { get; }

    public AccountId Token { get; private set; }

    public AccountId Timelock { get; private set; }

    /// <summary>OpenZeppelin's Governor with a TimelockController, simple counting and extension of late quorums.</summary>
    public AccountId Timelocked { get; private set; }

    /// <summary>OpenZeppelin's Governor with fractional counting and a super quorum.</summary>
    public AccountId Fractional { get; private set; }

    /// <summary>OpenZeppelin's Governor with overridable votes and a timelock of Compound.</summary>
    public AccountId Overridable { get; private set; }

    /// <summary>A GovernorBravo; it counts blocks, so it is there only when the token does.</summary>
    public AccountId Bravo { get; private set; }

    /// <summary>A GovernorAlpha; as above.</summary>
    public AccountId Alpha { get; private set; }

    /// <summary>The governors with the role of each.</summary>
    public IEnumerable<(AccountId Contract, string Role)> Governors =>
        ByTime
            ? [(Timelocked, "governor"), (Fractional, "governor"), (Overridable, "governor")]
            :
            [
                (Timelocked, "governor"),
                (Fractional, "governor"),
                (Overridable, "governor"),
                (Bravo, "governor-bravo"),
                (Alpha, "governor-alpha"),
            ];

    /// <summary>The network as it is configured.</summary>
    public NetworkSettings Network =>
        new()
        {
            Name = "ethereum",
            Kind = NetworkKind.Evm,
            ChainId = 31_337,
            Endpoints = [Node.Http],
            Contracts = Governors
                .Append((Token, "votes-token"))
                .Append((Timelock, "timelock"))
                .ToDictionary(entry => entry.Item1, entry => entry.Item2),
            SegmentBlocks = 7,
            PollInterval = TimeSpan.FromMilliseconds(2),
        };

    public static async Task<GovernanceLab> DeployAsync(AnvilNode node, bool byTime)
    {
        var code = await Compiled;
        var lab = new GovernanceLab(node, await node.AccountsAsync(), byTime);
        var owner = lab.Accounts[0];
        var (delay, period) = byTime ? (DelaySeconds, PeriodSeconds) : (Delay, Period);
        lab.Token = await node.DeployAsync(owner, code["VotesTokenLab"], "(bool byTime)", byTime);
        lab.Timelock = await node.DeployAsync(owner, code["TimelockLab"], "(uint256 minDelay)", TimelockSeconds);
        var compound = await node.DeployAsync(
            owner,
            code["CompoundTimelockLab"],
            "(uint256 delay, uint256 gracePeriod)",
            TimelockSeconds,
            GraceSeconds
        );
        lab.Timelocked = await node.DeployAsync(
            owner,
            code["TimelockedGovernorLab"],
            "(address token, address timelock, uint48 delay, uint32 period, uint48 extension)",
            lab.Token,
            lab.Timelock,
            delay,
            period,
            period / 2
        );
        await node.SendAsync(owner, lab.Timelock, "admit(address governor)", lab.Timelocked);
        lab.Fractional = await node.DeployAsync(
            owner,
            code["FractionalGovernorLab"],
            "(address token, uint48 delay, uint32 period)",
            lab.Token,
            delay,
            period
        );
        lab.Overridable = await node.DeployAsync(
            owner,
            code["OverridableGovernorLab"],
            "(address token, address timelock, uint48 delay, uint32 period)",
            lab.Token,
            compound,
            delay,
            period
        );
        if (!byTime)
        {
            lab.Bravo = await lab.DeployCompoundAsync(code["BravoLab"], compound);
            lab.Alpha = await lab.DeployCompoundAsync(code["AlphaLab"], compound);
        }

        return lab;
    }

    /// <summary>Passes the time until a new proposal can be voted on.</summary>
    public Task UntilVotingAsync() => ByTime ? Node.WarpAsync(DelaySeconds + 1) : Node.MineAsync(Delay);

    /// <summary>Passes the time until no vote counts any more, also with an extension.</summary>
    public Task UntilDecidedAsync() => ByTime ? Node.WarpAsync(2 * PeriodSeconds) : Node.MineAsync(2 * Period);

    /// <summary>Passes the time until what is queued can be executed.</summary>
    public Task UntilExecutableAsync() => Node.WarpAsync(TimelockSeconds + 1);

    /// <summary>Passes the time until what is queued has expired.</summary>
    public Task UntilExpiredAsync() => Node.WarpAsync(TimelockSeconds + GraceSeconds);

    private Task<AccountId> DeployCompoundAsync(string code, AccountId timelock) =>
        Node.DeployAsync(
            Accounts[0],
            code,
            "(address comp, address timelock, uint256 delay, uint256 period)",
            Token,
            timelock,
            Delay,
            Period
        );
}
