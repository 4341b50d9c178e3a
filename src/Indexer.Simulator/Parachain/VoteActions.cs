using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>Citizens propose, second and vote.</summary>
internal static class VoteActions
{
    private const ulong Pha = 1_000_000_000_000;

    public static void Play(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        var ongoing = story.State.Ongoing.ToList();
        switch (kind)
        {
            case GovernanceActionKind.Wrap when story.Run.Runtime.HasEvent("PhalaWrappedBalances", "Wrapped"):
                var wrapper = random.Pick(story.Citizens.Wrappers);
                story.Submit(
                    wrapper,
                    "PhalaWrappedBalances",
                    "wrap",
                    random.Part(story.Run.Ledger.Free(wrapper), 100, 300)
                );
                break;
            case GovernanceActionKind.AddProxy:
                // Every citizen's proxy is the one before.
                var principal = random.Between(5, 9);
                var helper = story.Citizens.All[principal - 1];
                story.Submit(story.Citizens.All[principal], "Proxy", "add_proxy", helper, "Governance", 0u);
                break;
            case GovernanceActionKind.Propose when story.State.Proposals.Count < 6:
                Propose(story, random);
                break;
            case GovernanceActionKind.Second when story.State.Proposals.Count > 0:
                var proposal = random.Pick(story.State.Proposals);
                var seconds = (uint)proposal.Depositors.Count;
                story.Submit(story.Anybody(random), "Democracy", "second", proposal.Index, seconds);
                break;
            case GovernanceActionKind.VoteWrapped when ongoing.Count > 0:
                VoteWrapped(story, random.Pick(ongoing), random);
                break;
            case GovernanceActionKind.VoteOnTheEdge:
                foreach (var referendum in ongoing.Where(one => one.End == story.Run.Height + 1))
                {
                    EdgeVote.Cast(story, referendum);
                }
                break;
            default:
                if (ongoing.Count > 0 && kind != GovernanceActionKind.Propose)
                {
                    Vote(story, kind, ongoing, random);
                }
                break;
        }
    }

    private static void Propose(GovernanceStory story, Prng random)
    {
        var who = story.Anybody(random);
        var proposal = ProposedCall.Of(story.Run.Runtime, story.Idea(random), inline: random.Chance(30));
        var deposit = story.State.Terms.MinimumDeposit * (uint)random.Between(1, 4);
        var propose = new Call("Democracy", "propose", proposal, deposit);
        var known = story.State.Preimages.ContainsKey(proposal.HashHex);
        // Now and then nobody tells the preimage, and the enactment cannot find it.
        if (proposal.Form == ProposedForm.Inline || known || random.Chance(15))
        {
            story.Submit(who, propose);
            return;
        }
        var note = Note(story, proposal);
        if (random.Chance(50))
        {
            var batch = new Call("Utility", "batch_all", (IReadOnlyList<Call>)[note, propose]);
            if (DemocracyRules.IsWelcome(story.Run, proposal))
            {
                story.Submit(who, batch);
            }
            else
            {
                story.Fail(who, batch, story.Run.Error("Democracy", "ProposalBlacklisted"));
            }
            return;
        }
        story.Submit(who, note);
        story.Submit(who, propose);
    }

    /// <summary>The call that tells a proposal's preimage: the older layout has it in the democracy pallet.</summary>
    public static Call Note(GovernanceStory story, ProposedCall proposal) =>
        new(proposal.Form == ProposedForm.Legacy ? "Democracy" : "Preimage", "note_preimage", proposal);

    private static void Vote(GovernanceStory story, GovernanceActionKind kind, List<Referendum> ongoing, Prng random)
    {
        var free = story.Citizens.Voters.Where(one => story.State.VotingOf(one).Delegation is null).ToList();
        if (free.Count == 0)
        {
            return;
        }
        var who = random.Pick(free);
        switch (kind)
        {
            case GovernanceActionKind.VoteInBatch:
                List<Call> calls = [.. ongoing.Select(one => Call(story, who, one, random))];
                var name = random.Pick(["batch", "batch_all", "force_batch"]);
                // The second vote of a batch comes too late for a referendum that is over.
                if (name != "batch_all" && story.State.Referenda.Find(one => one.EndedAt is not null) is { } over)
                {
                    calls.Insert(random.Below(calls.Count + 1), Call(story, who, over, random));
                }
                story.Submit(who, "Utility", name, (IReadOnlyList<Call>)calls);
                break;
            case GovernanceActionKind.VoteByProxy:
                var proxies = story.State.Proxies.OrderBy(proxy => proxy.Real).ToList();
                if (proxies.Count > 0)
                {
                    var (real, helper) = random.Pick(proxies);
                    var vote = Call(story, real, random.Pick(ongoing), random);
                    story.Submit(helper, "Proxy", "proxy", real, null, vote);
                }
                break;
            default:
                story.Submit(who, Call(story, who, random.Pick(ongoing), random));
                break;
        }
    }

    private static Call Call(GovernanceStory story, AccountId who, Referendum referendum, Prng random)
    {
        // A batch's fee is paid before its votes are counted, so some must be left.
        var balance = random.Part(story.Run.Ledger.Free(who), 1, 900);
        AccountVote vote = random.Chance(12)
            ? new SplitVote(balance / 3, balance / 4)
            : new StandardVote(random.Chance(60), (Conviction)random.Below(7), balance);
        return new("Democracy", "vote", referendum.Index, vote);
    }

    private static void VoteWrapped(GovernanceStory story, Referendum referendum, Prng random)
    {
        var who = random.Pick(story.Citizens.Wrappers);
        var wrapped = story.Run.Ledger.Wrapped(who);
        if (wrapped > Pha)
        {
            var (aye, nay) = (random.Part(wrapped, 100, 600), random.Part(wrapped, 0, 350));
            story.Submit(who, "PhalaWrappedBalances", "vote", aye, nay, referendum.Index);
        }
    }
}
