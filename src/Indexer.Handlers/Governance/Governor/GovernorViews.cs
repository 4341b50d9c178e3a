using System.Numerics;
using Indexer.Domain;
using Indexer.Evm.Abi;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>The views that tell of a proposal what no event states.</summary>
/// <param name="proposal">The proposal.</param>
/// <param name="role">The role of its contract: Compound's contracts have other views than OpenZeppelin's.</param>
internal sealed class GovernorViews(GovernorProposal proposal, string role)
{
    private static readonly AbiFunction StateOf = AbiFunction.Parse("state(uint256 id) view returns (uint8)");
    private static readonly AbiFunction ProposalVotes = AbiFunction.Parse(
        "proposalVotes(uint256 id) view returns (uint256 against, uint256 for_, uint256 abstain)"
    );
    private static readonly AbiFunction BravoProposals = AbiFunction.Parse(
        "proposals(uint256 id) view returns (uint256 id, address proposer, uint256 eta, uint256 startBlock, uint256 endBlock, "
            + "uint256 forVotes, uint256 againstVotes, uint256 abstainVotes, bool canceled, bool executed)"
    );
    private static readonly AbiFunction AlphaProposals = AbiFunction.Parse(
        "proposals(uint256 id) view returns (uint256 id, address proposer, uint256 eta, uint256 startBlock, uint256 endBlock, "
            + "uint256 forVotes, uint256 againstVotes, bool canceled, bool executed)"
    );
    private static readonly AbiFunction QuorumAt = AbiFunction.Parse("quorum(uint256 at) view returns (uint256)");
    private static readonly AbiFunction QuorumVotes = AbiFunction.Parse("quorumVotes() view returns (uint256)");
    private static readonly AbiFunction SuperQuorumAt = AbiFunction.Parse(
        "superQuorum(uint256 at) view returns (uint256)"
    );
    private static readonly AbiFunction ClockModeOf = AbiFunction.Parse("CLOCK_MODE() view returns (string)");
    private static readonly AbiFunction CountingModeOf = AbiFunction.Parse("COUNTING_MODE() view returns (string)");
    private static readonly AbiFunction TokenOf = AbiFunction.Parse("token() view returns (address)");
    private static readonly AbiFunction CompOf = AbiFunction.Parse("comp() view returns (address)");
    private static readonly AbiFunction TimelockOf = AbiFunction.Parse("timelock() view returns (address)");
    private static readonly AbiFunction PastTotalSupplyAt = AbiFunction.Parse(
        "getPastTotalSupply(uint256 at) view returns (uint256)"
    );
    private static readonly AbiFunction TotalSupplyOf = AbiFunction.Parse("totalSupply() view returns (uint256)");
    private static readonly AbiFunction GracePeriodOf = AbiFunction.Parse("GRACE_PERIOD() view returns (uint256)");
    private readonly AccountId governor = proposal.Contract;

    /// <summary>Where the proposal stands, as a number.</summary>
    public ContractCall State => new(governor, StateOf, proposal.Number);

    /// <summary>
    /// How its votes add up, by the views that its contract may have; the first that answers counts. OpenZeppelin's
    /// GovernorCompatibilityBravo (4.x) has GovernorBravo's view instead of its own.
    /// </summary>
    public IReadOnlyList<ContractCall> Votes =>
        role switch
        {
            ContractRoles.GovernorBravo => [new(governor, BravoProposals, proposal.Number)],
            ContractRoles.GovernorAlpha => [new(governor, AlphaProposals, proposal.Number)],
            _ => [new(governor, ProposalVotes, proposal.Number), new(governor, BravoProposals, proposal.Number)],
        };

    /// <summary>What time is to the governor; contracts without it count blocks.</summary>
    public ContractCall ClockMode => new(governor, ClockModeOf);

    /// <summary>Which votes count.</summary>
    public ContractCall CountingMode => new(governor, CountingModeOf);

    /// <summary>The token whose holders vote.</summary>
    public ContractCall Token => new(governor, TokenView);

    /// <summary>The timelock that it queues in.</summary>
    public ContractCall Timelock => new(governor, TimelockOf);

    /// <summary>Seconds after which what the timelock holds expires; only Compound's has it.</summary>
    public ContractCall GracePeriod => new(governor, GracePeriodOf, Through: TimelockOf);

    private bool IsCompound => role is ContractRoles.GovernorBravo or ContractRoles.GovernorAlpha;

    private AbiFunction TokenView => IsCompound ? CompOf : TokenOf;

    /// <summary>The weight that proposals need.</summary>
    public ContractCall Quorum(BigInteger snapshot) =>
        IsCompound ? new(governor, QuorumVotes) : new(governor, QuorumAt, snapshot);

    /// <summary>The weight in favour that makes proposals pass at once.</summary>
    public ContractCall SuperQuorum(BigInteger snapshot) => new(governor, SuperQuorumAt, snapshot);

    /// <summary>The token's supply at the snapshot.</summary>
    public ContractCall PastTotalSupply(BigInteger snapshot) =>
        new(governor, PastTotalSupplyAt, snapshot, Through: TokenView);

    /// <summary>The token's supply now.</summary>
    public ContractCall TotalSupply => new(governor, TotalSupplyOf, Through: TokenView);

    /// <summary>For, against and abstaining as the first answer to <see cref="Votes"/> states them, and the view that gave it; null without one.</summary>
    public (string Source, Pha Ayes, Pha Nays, Pha Abstains)? Tally(ContractAnswers answers) =>
        Votes.FirstOrDefault(call => answers.Has(call) && answers.Find(call) is not null) is not { } votes
            ? null
            : Tally(votes.Function, answers.Find(votes)!);

    /// <summary>Which votes reach the quorum.</summary>
    public VoteThreshold Threshold(ContractAnswers answers) =>
        IsCompound || answers.Text(CountingMode) is { } mode && CountsAyesOnly(mode)
            ? VoteThreshold.QuorumOfAyes
            : VoteThreshold.Quorum;

    private static (string Source, Pha Ayes, Pha Nays, Pha Abstains) Tally(
        AbiFunction view,
        IReadOnlyList<object> outputs
    ) =>
        view == ProposalVotes
            ? (view.ToString(), Amount(outputs[1]), Amount(outputs[0]), Amount(outputs[2]))
            : (
                view.ToString(),
                Amount(outputs[5]),
                Amount(outputs[6]),
                view == BravoProposals ? Amount(outputs[7]) : Pha.Zero
            );

    private static bool CountsAyesOnly(string mode) =>
        mode.Split('&') is var parts
        && (
            parts.Contains("quorum=bravo", StringComparer.Ordinal)
            || parts.Contains("quorum=for", StringComparer.Ordinal)
        );

    private static Pha Amount(object output) => Pha.FromWei((BigInteger)output);
}
