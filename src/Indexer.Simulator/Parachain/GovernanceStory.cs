using Indexer.Simulator.Governance;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Plays the actions of the citizens in one block.</summary>
internal sealed class GovernanceStory(ParachainStory story, Citizens citizens)
{
    public BlockRun Run => story.Run;

    public GovernanceState State => story.Run.Governance;

    public Citizens Citizens => citizens;

    /// <summary>What the chain does by itself at the beginning of a block, before any extrinsic.</summary>
    public void Begin()
    {
        EnactmentRules.Begin(Run);
        DemocracyRules.Begin(Run);
        TreasuryRules.Begin(Run);
        ElectionRules.Begin(Run);
    }

    public void Play(GovernanceActionKind kind, Prng random)
    {
        switch (kind)
        {
            case <= GovernanceActionKind.VoteOnTheEdge:
                VoteActions.Play(this, kind, random);
                break;
            case <= GovernanceActionKind.FailingBatch:
                ChangeOfMindActions.Play(this, kind, random);
                break;
            case <= GovernanceActionKind.CouncilCancel:
                CouncilActions.Play(this, kind, random);
                break;
            case <= GovernanceActionKind.CommitteeVeto:
                CommitteeActions.Play(this, kind, random);
                break;
            case <= GovernanceActionKind.WorkOnTip:
                FundActions.Play(this, kind, random);
                break;
            default:
                ElectionActions.Play(this, kind, random);
                break;
        }
    }

    /// <summary>A signed extrinsic, which may fail.</summary>
    public void Submit(AccountId who, Call call) => story.Submit(who, call);

    public void Submit(AccountId who, string pallet, string name, params object?[] arguments) =>
        story.Submit(who, new(pallet, name, arguments));

    /// <summary>A signed extrinsic that fails as a whole.</summary>
    public void Fail(AccountId who, Call call, DispatchError error) => story.Fail(who, call, error);

    public AccountId Anybody(Prng random) => random.Pick(citizens.Voters);

    /// <summary>A call that a referendum may propose; some cannot be executed by Root.</summary>
    public Call Idea(Prng random)
    {
        var text = System.Text.Encoding.ASCII.GetBytes($"idea {random.Below(1_000_000)}");
        var somebody = Anybody(random);
        return random.Below(9) switch
        {
            5 when Run.Runtime.HasCall("Treasury", "spend") => new(
                "Treasury",
                "spend",
                (UInt128)random.Between(1, 400) * 1_000_000_000_000,
                somebody
            ),
            6 when State.Proposals.Count > 0 => new(
                "Democracy",
                "blacklist",
                random.Pick(State.Proposals).Proposal.Hash,
                null
            ),
            7 when State.Ongoing.LastOrDefault() is { } referendum => new(
                "Democracy",
                "cancel_referendum",
                referendum.Index
            ),
            3 => new(
                "PhragmenElection",
                "clean_defunct_voters",
                (uint)State.Election.Voters.Count,
                (uint)random.Below(100)
            ),
            // The first layout of the call is another.
            8 when State.Election.Members.Count > 4 && Run.Runtime.HasCall("Treasury", "spend") => new(
                "PhragmenElection",
                "remove_member",
                random.Pick(State.Election.Members).Who,
                random.Below(2) == 0,
                random.Below(3) == 0
            ),
            0 => new("Balances", "transfer", somebody, (UInt128)random.Between(1, 50) * 1_000_000_000_000),
            1 => new(
                "Balances",
                "force_transfer",
                Ledger.TreasuryAccount,
                somebody,
                (UInt128)random.Between(1, 500) * 1_000_000_000_000
            ),
            2 => new(
                "Utility",
                "batch",
                (IReadOnlyList<Call>)[new("System", "remark", text), new("System", "remark", text)]
            ),
            _ => new("System", "remark", text),
        };
    }
}
