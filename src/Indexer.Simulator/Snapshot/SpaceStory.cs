namespace Indexer.Simulator.Snapshot;

/// <summary>All that happens in a space, by time. The same seed gives the same story.</summary>
internal sealed class SpaceStory
{
    private const long Day = 86_400;
    private const long Hour = 3_600;
    private const long Minute = 60;
    private static readonly string[] Types =
    [
        "basic",
        "single-choice",
        "approval",
        "ranked-choice",
        "weighted",
        "quadratic",
        "copeland",
    ];

    private readonly ulong _seed;
    private readonly IReadOnlyList<EvmAddress> _voters;
    private readonly int _blocks;
    private readonly List<(long Time, Action<SpaceState> Act)> _steps = [];
    private readonly SortedSet<long> _turns = [];

    public SpaceStory(ulong seed, IReadOnlyList<EvmAddress> voters, int crowd, int blocks)
    {
        (_seed, _voters, _blocks) = (Prng.Mix(seed, "space"), voters, blocks);
        var begin = (long)StoryDates.Ethereum.Start + (30 * Day);
        var end = (long)StoryDates.Ethereum.End;
        for (var number = 0; number < Types.Length; number++)
        {
            Plain(Make(number, Types[number], begin + (number * 20 * Day)));
        }
        Hidden(Make(7, "basic", begin + (140 * Day)) with { Privacy = "shutter" });
        Hidden(Make(8, "weighted", begin + (160 * Day)) with { Privacy = "shutter" });
        Crowded(Make(9, "single-choice", begin + (180 * Day)), crowd);
        Edited(Make(10, "approval", begin + (200 * Day)));
        Flagged(Make(11, "basic", begin + (220 * Day)));
        Deleted(Make(12, "basic", begin + (240 * Day)));
        Reweighed(Make(13, "quadratic", begin + (260 * Day)));
        Foreign(Make(14, "basic", begin + (280 * Day)));
        Plain(Make(15, "basic", end - (3 * Day)));
        Plain(Make(16, "ranked-choice", end - (Day / 2)));
        _steps = [.. _steps.OrderBy(step => step.Time)];
    }

    public IReadOnlyList<long> Times => [.. _steps.Select(step => step.Time).Distinct()];

    public IReadOnlyList<long> Turns => [.. _turns];

    public SpaceBooks At(long time)
    {
        var state = new SpaceState();
        foreach (var step in _steps.TakeWhile(step => step.Time <= time))
        {
            step.Act(state);
        }
        return new SpaceBooks(time, state.Proposals.Values, state.Votes.Values);
    }

    private SpaceProposal Make(int number, string type, long created)
    {
        var random = Random(number);
        IReadOnlyList<string> choices =
            type == "basic"
                ? ["For", "Against", "Abstain"]
                : [.. Enumerable.Range(1, random.Between(3, 6)).Select(choice => $"Option {choice} of {number}")];
        return new SpaceProposal(
            Hex.Encode(Digests.Of("proposal", _seed, number)),
            Checksum.Of(_voters[number % _voters.Count]),
            type,
            created,
            created + Day,
            created + (6 * Day),
            $"Proposal {number}: {type}",
            $"# Why\n\nWhat is to be decided by {type}.",
            choices
        )
        {
            Quorum = number % 3 == 0 ? 0 : 1_000.5 * number,
            SnapshotBlock =
                (created - (long)StoryDates.Ethereum.Start)
                * _blocks
                / (long)(StoryDates.Ethereum.End - StoryDates.Ethereum.Start),
        };
    }

    private Prng Random(params ReadOnlySpan<object> parts) => new(BitConverter.ToUInt64(Digests.Of([_seed, .. parts])));

    private void At(long time, Action<SpaceState> act) => _steps.Add((time, act));

    /// <summary>Something happens to a proposal or to all its votes.</summary>
    private void Turn(long time, Action<SpaceState> act)
    {
        _turns.Add(time);
        At(time, act);
    }

    private void Plain(SpaceProposal proposal)
    {
        Propose(proposal);
        VoteAll(proposal, vote => vote);
        Finish(proposal);
    }

    private void Hidden(SpaceProposal proposal)
    {
        Propose(proposal);
        VoteAll(proposal, vote => vote with { Ciphertext = Hex.Encode(Digests.Of("cipher", vote.Id)) });
        Turn(
            proposal.End + (10 * Minute),
            state => state.ChangeVotes(proposal.Id, vote => vote with { Ciphertext = null })
        );
        Finish(proposal);
    }

    private void Crowded(SpaceProposal proposal, int crowd)
    {
        Propose(proposal);
        for (var number = 0; number < crowd; number++)
        {
            var random = Random(proposal.Id, "crowd", number);
            var voter = Checksum.Of(EvmAddress.From(Digests.Of("crowd", _seed, number).AsSpan(0, 20)));
            Cast(Vote(proposal, voter, proposal.Start + random.Below(300), random));
        }
        Plain(proposal);
    }

    private void Edited(SpaceProposal proposal)
    {
        Plain(proposal);
        var edited = proposal with
        {
            Title = "Edited, with a \0 and half a pair \ud83d",
            Body = $"{new string('x', 200_000)}\0 \udc00 \ud83d\ude00 end",
            Updated = proposal.Created + (Day / 2),
            End = proposal.End + Hour,
        };
        Turn(edited.Updated!.Value, state => state.Set(edited));
    }

    private void Flagged(SpaceProposal proposal)
    {
        Plain(proposal);
        Turn(proposal.Start + Day, state => state.Change(proposal.Id, old => old with { IsFlagged = true }));
        Turn(proposal.Start + (2 * Day), state => state.Change(proposal.Id, old => old with { IsFlagged = false }));
        Turn(proposal.End + (3 * Day), state => state.Change(proposal.Id, old => old with { IsFlagged = true }));
    }

    private void Deleted(SpaceProposal proposal)
    {
        Plain(proposal);
        Turn(proposal.Start + (2 * Day), state => state.Delete(proposal.Id));
    }

    private void Reweighed(SpaceProposal proposal)
    {
        Propose(proposal);
        VoteAll(proposal, vote => vote with { IsFinal = Random(vote.Id, "known").Chance(50) });
        Turn(
            proposal.End + (30 * Minute),
            state =>
                state.ChangeVotes(
                    proposal.Id,
                    vote => vote.IsFinal ? vote : vote with { IsFinal = true, Power = vote.Power * 1.1 }
                )
        );
        Finish(proposal);
    }

    private void Foreign(SpaceProposal proposal)
    {
        Plain(proposal);
        Cast(
            Vote(
                proposal,
                "0x0" + Hex.Encode(Digests.Of("starknet", _seed))[3..],
                proposal.Start + Day,
                Random("starknet")
            )
        );
    }

    private void Propose(SpaceProposal proposal)
    {
        Turn(proposal.Created, state => state.Set(proposal));
        Turn(proposal.End, _ => { });
    }

    private void Finish(SpaceProposal proposal) =>
        Turn(proposal.End + (2 * Hour), state => state.Change(proposal.Id, old => old with { IsFinal = true }));

    /// <summary>Most voters vote; some vote again later, some of the votes vanish, some of these come again.</summary>
    private void VoteAll(SpaceProposal proposal, Func<SpaceVote, SpaceVote> shape)
    {
        foreach (var address in _voters)
        {
            var random = Random(proposal.Id, address.Hex);
            if (!random.Chance(70))
            {
                continue;
            }
            var voter = Checksum.Of(address);
            // Votes crowd at whole hours, so that several share a second.
            var time = proposal.Start + (random.Below(60) * Hour);
            Cast(shape(Vote(proposal, voter, time, random)));
            if (random.Chance(30))
            {
                time += random.Between(1, 30) * Hour;
                Cast(shape(Vote(proposal, voter, time, random)));
            }
            if (random.Chance(15))
            {
                time += random.Between(1, 10) * Hour;
                At(time, state => state.Withdraw(proposal.Id, voter));
                if (random.Chance(50))
                {
                    Cast(shape(Vote(proposal, voter, time + Hour, random)));
                }
            }
        }
    }

    private void Cast(SpaceVote vote) => At(vote.Created, state => state.Cast(vote));

    private static SpaceVote Vote(SpaceProposal proposal, string voter, long time, Prng random) =>
        new(
            Hex.Encode(Digests.Of("vote", proposal.Id, voter, time)),
            proposal.Id,
            voter,
            time,
            Choice(proposal, random),
            random.Below(1_000_000_000) / 1e9 * random.Pick<double>([1e-9, 1, 1_000, 500_000, 3e7]),
            random.Chance(20) ? $"because of {random.Below(100)}" : ""
        );

    private static string Choice(SpaceProposal proposal, Prng random)
    {
        var numbers = Enumerable.Range(1, proposal.Choices.Count).OrderBy(_ => random.Next()).ToList();
        var some = numbers.Take(random.Between(1, numbers.Count)).ToList();
        return proposal.Type switch
        {
            "approval" => $"[{string.Join(',', some)}]",
            "ranked-choice" or "copeland" => $"[{string.Join(',', numbers)}]",
            "weighted" or "quadratic" =>
                $"{{{string.Join(',', some.Select(choice => $"\"{choice}\":{HubJson.Number(random.Between(1, 40) / 4.0)}"))}}}",
            _ => numbers[0].ToString(),
        };
    }
}
