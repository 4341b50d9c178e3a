using System.Numerics;

namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>OpenZeppelin's Governor 5 with a quorum that is a part of the supply, a timelock, and one of two ways to count.</summary>
internal sealed class GovernorContract(
    EvmAddress address,
    VotesToken token,
    Timelock timelock,
    GovernorTerms terms,
    EthereumRecords records
)
{
    private const int Fractional = 255;
    private readonly History<int, uint> _quorumPercent = new();
    private readonly Dictionary<BigInteger, GovernorProposal> _proposals = [];
    private readonly Dictionary<BigInteger, GovernorProposalState> _seen = [];

    public EvmAddress Address => address;

    public VotesToken Token => token;

    public Timelock Timelock => timelock;

    public GovernorTerms Terms => terms;

    /// <summary>All proposals as they are now, in the order in which they were made.</summary>
    public IEnumerable<GovernorProposal> Proposals => _proposals.Values;

    public void Initialize(EthereumRun run)
    {
        run.Emit(address, GovernorEvents.VotingDelaySet, 0, terms.Delay);
        run.Emit(address, GovernorEvents.VotingPeriodSet, 0, terms.Period);
        run.Emit(address, GovernorEvents.ProposalThresholdSet, 0, 0);
        SetQuorumPercent(run, GovernorTerms.QuorumPercent);
        if (terms.Extension is { } extension)
        {
            run.Emit(address, GovernorEvents.LateQuorumVoteExtensionSet, 0, extension);
        }
        run.Emit(address, GovernorEvents.TimelockChange, EvmAddress.Zero, timelock.Address);
    }

    public void SetQuorumPercent(EthereumRun run, uint percent)
    {
        var before = PercentAt(long.MaxValue);
        _quorumPercent.Set(0, token.Clock(run.Height, run.Time), percent);
        run.Emit(address, GovernorEvents.QuorumNumeratorUpdated, before, percent);
    }

    public UInt128 Quorum(long at) => VaultShares.MulDiv(token.SupplyAt(at), PercentAt(at), 100);

    public GovernorProposalState StateOf(GovernorProposal proposal, long height, ulong time)
    {
        var now = token.Clock(height, time);
        return proposal.IsExecuted ? GovernorProposalState.Executed
            : proposal.IsCanceled ? GovernorProposalState.Canceled
            : proposal.Snapshot >= now ? GovernorProposalState.Pending
            : proposal.Deadline >= now ? GovernorProposalState.Active
            : !MeetsQuorum(proposal) || proposal.For <= proposal.Against ? GovernorProposalState.Defeated
            : proposal.Eta == 0 ? GovernorProposalState.Succeeded
            : timelock.StateOf(records, proposal, height, time);
    }

    public GovernorProposalState StateOf(EthereumRun run, GovernorProposal proposal) =>
        StateOf(proposal, run.Height, run.Time);

    /// <summary>Writes down what the clock alone made of the proposals with this block, before its transactions.</summary>
    public void Turn(EthereumRun run)
    {
        foreach (var proposal in Proposals.ToList())
        {
            var state = StateOf(run, proposal);
            if (state != _seen[proposal.Id])
            {
                Keep(
                    run,
                    proposal,
                    state == GovernorProposalState.Active ? "Started" : state.ToString(),
                    byClock: true
                );
            }
        }
    }

    /// <summary>The weight that an account may still cast on a proposal.</summary>
    public UInt128 Remaining(GovernorProposal proposal, EvmAddress voter) =>
        token.VotesAt(voter, proposal.Snapshot) - proposal.UsedBy(voter);

    public void Propose(EthereumRun run, ProposalActions actions)
    {
        var snapshot = token.Clock(run.Height, run.Time) + terms.Delay;
        var proposal = new GovernorProposal(
            actions.Id,
            run.Sender,
            actions,
            run.Height,
            snapshot,
            snapshot + terms.Period
        );
        run.Emit(
            address,
            GovernorEvents.ProposalCreated,
            proposal.Id,
            run.Sender,
            actions.Targets,
            actions.Values,
            actions.Targets.Select(_ => ""),
            actions.Data,
            snapshot,
            proposal.Deadline,
            actions.Description
        );
        Keep(run, proposal, "Proposed");
    }

    /// <summary>Casts all that a voter has left for one side.</summary>
    public void Vote(EthereumRun run, GovernorProposal proposal, int support, string reason)
    {
        var weight = Remaining(proposal, run.Sender);
        var at = run.Emit(address, GovernorEvents.VoteCast, run.Sender, proposal.Id, support, weight, reason);
        Count(
            run,
            proposal,
            new(
                run.Height,
                at,
                run.Sender,
                support,
                support == 1 ? weight : 0,
                support == 0 ? weight : 0,
                support == 2 ? weight : 0,
                reason,
                token.OwnAt(run.Sender, proposal.Snapshot)
            )
        );
    }

    /// <summary>Casts a part of what a voter has left on every side.</summary>
    public void Split(
        EthereumRun run,
        GovernorProposal proposal,
        UInt128 against,
        UInt128 votes,
        UInt128 abstain,
        string reason
    )
    {
        var at = run.Emit(
            address,
            GovernorEvents.VoteCastWithParams,
            run.Sender,
            proposal.Id,
            Fractional,
            against + votes + abstain,
            reason,
            Packed(against, votes, abstain)
        );
        var own = token.OwnAt(run.Sender, proposal.Snapshot);
        Count(run, proposal, new(run.Height, at, run.Sender, Fractional, votes, against, abstain, reason, own));
    }

    public void Queue(EthereumRun run, GovernorProposal proposal)
    {
        var operation = timelock.Queue(run, address, proposal.Actions);
        var eta = run.Time + timelock.Delay;
        run.Emit(address, GovernorEvents.ProposalQueued, proposal.Id, eta);
        Keep(run, proposal with { Eta = eta, Operation = operation }, "Queued");
    }

    public void Execute(EthereumRun run, GovernorProposal proposal)
    {
        timelock.Execute(run, address, proposal.Actions);
        run.Emit(address, GovernorEvents.ProposalExecuted, proposal.Id);
        Keep(run, proposal with { IsExecuted = true }, "Executed");
    }

    /// <summary>The operation is carried out in the timelock without the governor, which sees it there.</summary>
    public void ExecuteAlone(EthereumRun run, GovernorProposal proposal)
    {
        timelock.Execute(run, address, proposal.Actions);
        Keep(run, proposal, "Executed");
    }

    public void Cancel(EthereumRun run, GovernorProposal proposal)
    {
        run.Emit(address, GovernorEvents.ProposalCanceled, proposal.Id);
        Keep(run, proposal with { IsCanceled = true }, "Canceled");
    }

    /// <summary>The operation is canceled in the timelock without the governor, which misses it there.</summary>
    public void CancelAlone(EthereumRun run, GovernorProposal proposal)
    {
        timelock.Cancel(run, proposal.Operation);
        Keep(run, proposal, "Canceled");
    }

    /// <summary>The parameters of a split vote: three numbers of 16 bytes.</summary>
    public static byte[] Packed(params ReadOnlySpan<UInt128> weights)
    {
        var packed = new List<byte>();
        foreach (var weight in weights)
        {
            packed.AddRange(AbiCoder.Word(weight)[16..]);
        }
        return [.. packed];
    }

    private uint PercentAt(long at) => _quorumPercent.TryAt(0, at, out var percent) ? percent : 0;

    private bool MeetsQuorum(GovernorProposal proposal) => Quorum(proposal.Snapshot) <= proposal.For + proposal.Abstain;

    private void Count(EthereumRun run, GovernorProposal before, GovernorBallot ballot)
    {
        var after = before with
        {
            For = before.For + ballot.For,
            Against = before.Against + ballot.Against,
            Abstain = before.Abstain + ballot.Abstain,
            Ballots = [.. before.Ballots, ballot],
        };
        if (terms.Extension is not { } extension || after.MetQuorum || !MeetsQuorum(after))
        {
            Keep(run, after);
            return;
        }
        var deadline = token.Clock(run.Height, run.Time) + extension;
        if (deadline <= after.Deadline)
        {
            Keep(run, after with { MetQuorum = true });
            return;
        }
        run.Emit(address, GovernorEvents.ProposalExtended, after.Id, deadline);
        Keep(run, after with { MetQuorum = true, Deadline = deadline }, "Extended");
    }

    private void Keep(EthereumRun run, GovernorProposal proposal, string? step = null, bool byClock = false)
    {
        if (step is not null)
        {
            proposal = proposal with { Steps = [.. proposal.Steps, new(run.Height, step, byClock)] };
        }
        _proposals[proposal.Id] = proposal;
        _seen[proposal.Id] = StateOf(run, proposal);
        records.Proposals.Set((address, proposal.Id), run.Height, proposal);
    }
}
