using System.Globalization;

namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>What holders of a voting token do.</summary>
internal sealed class GovernorUsers(
    EthereumRun run,
    GovernorContract governor,
    IReadOnlyList<EvmAddress> voters,
    Prng random,
    ulong identity,
    ulong seed
)
{
    private static readonly UInt128 One = 1_000_000_000_000_000_000;
    private static readonly string[] Titles =
    [
        "Fund the docs",
        "Pay the auditors",
        "Größere Prämien ✓",
        "Move the office",
    ];
    private static readonly string[] Reasons = ["", "because", "Zu teuer.\nWirklich.", "👍"];
    private readonly VotesToken _token = governor.Token;

    public void Play(GovernorAction kind)
    {
        switch (kind)
        {
            case GovernorAction.Propose:
                Propose();
                break;
            case GovernorAction.Vote:
                Vote();
                break;
            case >= GovernorAction.Queue and not GovernorAction.ChangeQuorum:
                GoOn(kind);
                break;
            case GovernorAction.ChangeQuorum:
                var percent = (uint)random.Between(5, 15);
                Begin(Addresses.Steward, governor.Address, GovernorFunctions.SetQuorumNumerator.Encode(percent));
                governor.SetQuorumPercent(run, percent);
                break;
            default:
                Hold(kind);
                break;
        }
    }

    private void Hold(GovernorAction kind)
    {
        var (holder, other) = (random.Pick(voters), random.Pick(voters));
        var part = random.Part(_token.Balance(holder), 0, 600);
        switch (kind)
        {
            case GovernorAction.Delegate:
                var target = random.Below(10) switch
                {
                    < 4 => holder,
                    < 9 => other,
                    _ => EvmAddress.Zero,
                };
                Begin(holder, _token.Address, GovernorFunctions.Delegate.Encode(target));
                _token.DelegateTo(run, holder, target);
                break;
            case GovernorAction.Transfer:
                Begin(holder, _token.Address, GovernorFunctions.Transfer.Encode(other, part));
                _token.Move(run, holder, other, part);
                break;
            case GovernorAction.Mint:
                var more = ((UInt128)random.Between(1, 30_000) * One) + (random.Next() % 1_000_000);
                Begin(Addresses.Steward, _token.Address, GovernorFunctions.Mint.Encode(other, more));
                _token.Move(run, EvmAddress.Zero, other, more);
                break;
            default:
                Begin(holder, _token.Address, GovernorFunctions.Burn.Encode(holder, part));
                _token.Move(run, holder, EvmAddress.Zero, part);
                break;
        }
    }

    private void Propose()
    {
        var count = random.Between(1, 3);
        var targets = Enumerable.Range(0, count).Select(_ => Cast.Address(seed, 5_000_000 + random.Below(20))).ToList();
        var values = targets.Select(_ => random.Chance(25) ? (UInt128)random.Between(1, 1_000) : 0).ToList();
        var data = targets.Select(target =>
            GovernorFunctions.Transfer.Encode(target, (UInt128)random.Between(1, 9_000) * One)
        );
        var number = identity.ToString("x", CultureInfo.InvariantCulture);
        var description = $"{(random.Chance(75) ? "# " : "")}{random.Pick(Titles)}\n\nNumber {number}.";
        var actions = new ProposalActions(targets, values, [.. data], description);
        Begin(
            random.Pick(voters),
            governor.Address,
            GovernorFunctions.Propose.Encode(targets, values, actions.Data, description)
        );
        governor.Propose(run, actions);
    }

    private void Vote()
    {
        // What the edge voters propose is left to them.
        var open = In(GovernorProposalState.Active).Where(one => voters.Contains(one.Proposer)).ToList();
        if (open.Count == 0)
        {
            return;
        }
        var (proposal, voter) = (random.Pick(open), random.Pick(voters));
        if (governor.Terms.IsFractional ? governor.Remaining(proposal, voter) == 0 : HasVoted(proposal, voter))
        {
            return;
        }
        var reason = random.Pick(Reasons);
        if (governor.Terms.IsFractional && random.Chance(40))
        {
            Split(proposal, voter, reason);
            return;
        }
        var support = random.Below(10) switch
        {
            < 6 => 1,
            < 9 => 0,
            _ => 2,
        };
        Begin(
            voter,
            governor.Address,
            reason.Length == 0
                ? GovernorFunctions.CastVote.Encode(proposal.Id, support)
                : GovernorFunctions.CastVoteWithReason.Encode(proposal.Id, support, reason)
        );
        governor.Vote(run, proposal, support, reason);
    }

    /// <summary>Some of the voter's weight on each side, or as much as makes a tie, meets the quorum or misses it by one unit.</summary>
    private void Split(GovernorProposal proposal, EvmAddress voter, string reason)
    {
        var rest = governor.Remaining(proposal, voter);
        var (quorum, counted) = (governor.Quorum(proposal.Snapshot), proposal.For + proposal.Abstain);
        var hasQuorum = counted >= quorum;
        var missing = hasQuorum ? UInt128.Zero : quorum - counted;
        (UInt128 against, UInt128 votes, UInt128 abstain) = random.Below(4) switch
        {
            0 when proposal.For > proposal.Against => (proposal.For - proposal.Against, UInt128.Zero, UInt128.Zero),
            0 => (UInt128.Zero, proposal.Against - proposal.For, UInt128.Zero),
            1 when !hasQuorum => (UInt128.Zero, missing, UInt128.Zero),
            2 when !hasQuorum => (UInt128.Zero, missing - 1, UInt128.Zero),
            _ => (random.Part(rest, 0, 300), random.Part(rest, 0, 400), random.Part(rest, 0, 300)),
        };
        var used = against + votes + abstain;
        if (used == 0 || used > rest)
        {
            return;
        }
        Begin(
            voter,
            governor.Address,
            GovernorFunctions.CastVoteWithParams.Encode(
                proposal.Id,
                255,
                reason,
                GovernorContract.Packed(against, votes, abstain)
            )
        );
        governor.Split(run, proposal, against, votes, abstain, reason);
    }

    /// <summary>What becomes of a proposal beside the votes. Some that are queued are forgotten, so that they expire where they can.</summary>
    private void GoOn(GovernorAction kind)
    {
        var isController = governor.Timelock is TimelockController;
        var candidates = kind switch
        {
            GovernorAction.Queue => In(GovernorProposalState.Succeeded),
            GovernorAction.Execute => Due().Where(proposal => isController || !proposal.Id.IsEven).ToList(),
            GovernorAction.Cancel => In(GovernorProposalState.Pending),
            GovernorAction.ExecuteAlone when isController => Due(),
            GovernorAction.CancelAlone when isController => In(GovernorProposalState.Queued),
            _ => [],
        };
        if (candidates.Count == 0)
        {
            return;
        }
        var proposal = random.Pick(candidates);
        var actions = proposal.Actions;
        object[] whole = [actions.Targets, actions.Values, actions.Data, actions.DescriptionHash];
        var anybody = random.Pick(voters);
        switch (kind)
        {
            case GovernorAction.Queue:
                Begin(anybody, governor.Address, GovernorFunctions.Queue.Encode(whole));
                governor.Queue(run, proposal);
                break;
            case GovernorAction.Execute:
                Begin(anybody, governor.Address, GovernorFunctions.Execute.Encode(whole));
                governor.Execute(run, proposal);
                break;
            case GovernorAction.Cancel:
                Begin(proposal.Proposer, governor.Address, GovernorFunctions.Cancel.Encode(whole));
                governor.Cancel(run, proposal);
                break;
            case GovernorAction.ExecuteAlone:
                object[] batch = [.. whole[..3], new byte[32], actions.Salt(governor.Address)];
                Begin(anybody, governor.Timelock.Address, GovernorFunctions.ExecuteBatch.Encode(batch));
                governor.ExecuteAlone(run, proposal);
                break;
            default:
                Begin(
                    Addresses.Steward,
                    governor.Timelock.Address,
                    GovernorFunctions.CancelOperation.Encode(proposal.Operation!)
                );
                governor.CancelAlone(run, proposal);
                break;
        }
    }

    private static bool HasVoted(GovernorProposal proposal, EvmAddress voter) =>
        proposal.Ballots.Any(ballot => ballot.Voter == voter);

    private List<GovernorProposal> In(GovernorProposalState state) =>
        [.. governor.Proposals.Where(proposal => governor.StateOf(run, proposal) == state)];

    private List<GovernorProposal> Due() =>
        [.. In(GovernorProposalState.Queued).Where(proposal => proposal.Eta <= run.Time)];

    private void Begin(EvmAddress from, EvmAddress to, byte[] input) => run.Begin(identity, from, to, input);
}
