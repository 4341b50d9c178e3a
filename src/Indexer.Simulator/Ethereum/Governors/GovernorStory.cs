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
    private IReadOnlyList<GovernorProposal> _edges = [];
    private bool _deployed;

    public GovernorStory(ulong seed, WorldSize size, IReadOnlyList<Person> people, EthereumRecords records)
    {
        var schedule = new GovernorSchedule(size);
        _seed = seed;
        _voters = [.. people.Select(person => person.L1Receiver).Distinct()];
        _edgeVoters = [.. Enumerable.Range(0, 3).Select(number => Cast.Address(seed, 4_000_000 + number))];
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
            case GovernorAction.Deploy:
                Deploy(run, identity);
                break;
            case var _ when !_deployed:
                break;
            case GovernorAction.HandOut:
                HandOut(run, identity, _byBlocks.Token, random);
                HandOut(run, identity + 1, _bySeconds.Token, random);
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

    private void Deploy(EthereumRun run, ulong identity)
    {
        run.Begin(identity, Addresses.Steward, Addresses.BlockVotes);
        run.Begin(identity + 1, Addresses.Steward, Addresses.BlockTimelock);
        _timelock.Initialize(run, Addresses.Steward);
        run.Begin(identity + 2, Addresses.Steward, Addresses.BlockGovernor);
        _byBlocks.Initialize(run);
        run.Begin(identity + 3, Addresses.Steward, Addresses.TimeVotes);
        run.Begin(identity + 4, Addresses.Steward, Addresses.TimeTimelock);
        run.Begin(identity + 5, Addresses.Steward, Addresses.TimeGovernor);
        _bySeconds.Initialize(run);
        foreach (var (account, number) in new[] { (Addresses.BlockGovernor, 6UL), (Addresses.Steward, 7UL) })
        {
            run.Begin(
                identity + number,
                Addresses.Steward,
                Addresses.BlockTimelock,
                GovernorFunctions.Admit.Encode(account)
            );
            _timelock.Admit(run, account, Addresses.Steward);
        }
        run.Records.Governors.Set(0, run.Height, [_byBlocks, _bySeconds]);
        _deployed = true;
    }

    /// <summary>
    /// Mints ten quorums so that the first of the edge voters is one unit short of the quorum, the second has that unit, and the
    /// third is as strong as the first. Most people vote for themselves, some let another vote.
    /// </summary>
    private void HandOut(EthereumRun run, ulong identity, VotesToken token, Prng random)
    {
        var rest = 10 * Quorum;
        foreach (var (voter, tokens) in _edgeVoters.Zip(new[] { Quorum - 1, UInt128.One, Quorum - 1 }))
        {
            Mint(voter, tokens);
            Delegate(voter, voter);
        }
        foreach (var voter in _voters)
        {
            Mint(voter, random.Part(rest, 20, 200));
            if (random.Chance(85))
            {
                Delegate(voter, random.Chance(65) ? voter : random.Pick(_voters));
            }
        }
        Mint(Addresses.Steward, rest);

        void Mint(EvmAddress to, UInt128 amount)
        {
            run.Begin(
                Prng.Mix(identity, $"mint {to}"),
                Addresses.Steward,
                token.Address,
                GovernorFunctions.Mint.Encode(to, amount)
            );
            token.Move(run, EvmAddress.Zero, to, amount);
            rest -= amount;
        }

        void Delegate(EvmAddress from, EvmAddress to)
        {
            run.Begin(
                Prng.Mix(identity, $"delegate {from}"),
                from,
                token.Address,
                GovernorFunctions.Delegate.Encode(to)
            );
            token.DelegateTo(run, from, to);
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
