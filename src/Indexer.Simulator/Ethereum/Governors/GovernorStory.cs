namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>
/// Plays the two governors: one counts blocks and queues in a TimelockController, one counts seconds, lets its voters split
/// their votes and queues in a timelock of Compound's kind.
/// </summary>
internal sealed class GovernorStory
{
    /// <summary>The quorum of the tokens that are handed out, of which they are ten.</summary>
    private static readonly UInt128 Quorum = 100_000 * (UInt128)1_000_000_000_000_000_000;

    private readonly IReadOnlyList<EvmAddress> _voters;
    private readonly IReadOnlyList<EvmAddress> _edgeVoters;
    private readonly TimelockController _timelock;
    private readonly GovernorContract _byBlocks;
    private readonly GovernorContract _bySeconds;
    private readonly ulong _seed;
    private readonly List<EvmAddress> _waiting;
    private IReadOnlyList<GovernorProposal> _edges = [];
    private bool _deployed;

    public GovernorStory(ulong seed, WorldSize size, IReadOnlyList<Person> people, EthereumRecords records)
    {
        var schedule = new GovernorSchedule(size);
        _seed = seed;
        _voters = [.. people.Select(person => person.L1Receiver).Distinct()];
        _edgeVoters = [.. Enumerable.Range(0, 3).Select(number => Cast.Address(seed, 4_000_000 + number))];
        _waiting = [.. _edgeVoters, .. _voters, Addresses.Steward];
        _timelock = new TimelockController(Addresses.BlockTimelock, schedule.TimelockDelay);
        _byBlocks = new(
            Addresses.BlockGovernor,
            new(Addresses.BlockVotes, countsSeconds: false),
            _timelock,
            schedule.ByBlocks,
            records
        );
        _bySeconds = new(
            Addresses.TimeGovernor,
            new(Addresses.TimeVotes, countsSeconds: true),
            new CompoundTimelock(Addresses.TimeTimelock, schedule.TimelockDelay, schedule.GracePeriod),
            schedule.BySeconds,
            records
        );
    }

    /// <summary>What the clock alone changes with a block.</summary>
    public void Turn(EthereumRun run)
    {
        _byBlocks.Turn(run);
        _bySeconds.Turn(run);
    }

    public void Play(EthereumRun run, GovernorAction kind, ulong identity)
    {
        var random = new Prng(identity);
        switch (kind)
        {
            case GovernorAction.DeployByBlocks:
                DeployByBlocks(run, identity);
                break;
            case GovernorAction.DeployBySeconds when run.Records.Governors.TryAt(0, run.Height, out _):
                DeployBySeconds(run, identity);
                _deployed = true;
                break;
            case var _ when !_deployed:
                break;
            case GovernorAction.HandOut:
                HandOut(run, identity);
                break;
            case GovernorAction.ProposeEdges:
                _edges = [.. Enumerable.Range(0, 3).Select(number => ProposeEdge(run, identity + (ulong)number))];
                break;
            case GovernorAction.VoteEdges:
                VoteEdges(run, identity);
                break;
            default:
                var governor = random.Chance(50) ? _byBlocks : _bySeconds;
                new GovernorUsers(run, governor, _voters, random, identity, _seed).Play(kind);
                break;
        }
    }

    private void DeployByBlocks(EthereumRun run, ulong identity)
    {
        run.Begin(identity, Addresses.Steward, Addresses.BlockVotes);
        run.Begin(identity + 1, Addresses.Steward, Addresses.BlockTimelock);
        _timelock.Initialize(run, Addresses.Steward);
        run.Begin(identity + 2, Addresses.Steward, Addresses.BlockGovernor);
        _byBlocks.Initialize(run);
        run.Records.Governors.Set(0, run.Height, [_byBlocks]);
    }

    private void DeployBySeconds(EthereumRun run, ulong identity)
    {
        run.Begin(identity, Addresses.Steward, Addresses.TimeVotes);
        run.Begin(identity + 1, Addresses.Steward, Addresses.TimeTimelock);
        run.Begin(identity + 2, Addresses.Steward, Addresses.TimeGovernor);
        _bySeconds.Initialize(run);
        run.Records.Governors.Set(0, run.Height, [_byBlocks, _bySeconds]);
        foreach (var (account, number) in new[] { (Addresses.BlockGovernor, 3UL), (Addresses.Steward, 4UL) })
        {
            run.Begin(
                identity + number,
                Addresses.Steward,
                Addresses.BlockTimelock,
                GovernorFunctions.Admit.Encode(account)
            );
            _timelock.Admit(run, account, Addresses.Steward);
        }
    }

    /// <summary>
    /// The next few get tokens of both kinds, of which there are ten quorums in the end: the first edge voter is one unit short of the
    /// quorum, the second has that unit, the third is as strong as the first, the steward gets the rest. Most holders vote for
    /// themselves, some let another vote.
    /// </summary>
    private void HandOut(EthereumRun run, ulong identity)
    {
        foreach (var account in _waiting.Take(GovernorSchedule.HandedOutTogether).ToList())
        {
            _waiting.Remove(account);
            foreach (var token in new[] { _byBlocks.Token, _bySeconds.Token })
            {
                HandOut(run, token, account, new(Prng.Mix(identity, $"{token.Address} {account}")));
            }
        }
    }

    private void HandOut(EthereumRun run, VotesToken token, EvmAddress account, Prng random)
    {
        var rest = (10 * Quorum) - token.SupplyAt(long.MaxValue);
        var amount =
            account == Addresses.Steward ? rest
            : account == _edgeVoters[1] ? UInt128.One
            : _edgeVoters.Contains(account) ? Quorum - 1
            : random.Part(rest, 20, 200);
        run.Begin(random.Next(), Addresses.Steward, token.Address, GovernorFunctions.Mint.Encode(account, amount));
        token.Move(run, EvmAddress.Zero, account, amount);
        if (_edgeVoters.Contains(account) || (account != Addresses.Steward && random.Chance(85)))
        {
            var target = _edgeVoters.Contains(account) || random.Chance(65) ? account : random.Pick(_voters);
            run.Begin(random.Next(), account, token.Address, GovernorFunctions.Delegate.Encode(target));
            token.DelegateTo(run, account, target);
        }
    }

    private GovernorProposal ProposeEdge(EthereumRun run, ulong identity)
    {
        new GovernorUsers(run, _byBlocks, _edgeVoters, new(identity), identity, _seed).Play(GovernorAction.Propose);
        return _byBlocks.Proposals.Last();
    }

    /// <summary>The quorum missed by one unit, met exactly, and a tie.</summary>
    private void VoteEdges(EthereumRun run, ulong identity)
    {
        if (_edges is not [var missed, var met, var tied])
        {
            return;
        }
        (int Voter, GovernorProposal Proposal, int Support)[] votes =
        [
            (0, missed, 1),
            (0, met, 1),
            (1, met, 2),
            (0, tied, 1),
            (1, tied, 2),
            (2, tied, 0),
        ];
        foreach (var ((voter, made, support), number) in votes.Select((vote, number) => (vote, (ulong)number)))
        {
            var proposal = _byBlocks.Proposals.Single(one => one.Id == made.Id);
            if (_byBlocks.StateOf(run, proposal) == GovernorProposalState.Active)
            {
                run.Begin(
                    identity + number,
                    _edgeVoters[voter],
                    _byBlocks.Address,
                    GovernorFunctions.CastVote.Encode(proposal.Id, support)
                );
                _byBlocks.Vote(run, proposal, support, "");
            }
        }
    }
}
