using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>The calls of the democracy pallet, with the origins that the real chains ask for.</summary>
internal static class DemocracyCalls
{
    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        switch (call.Name)
        {
            case "propose":
                var proposal = call.Argument<ProposedCall>(0);
                DemocracyRules.Propose(run, origin.Signer(), proposal, call.Argument<UInt128>(1));
                break;
            case "note_preimage":
                EnactmentRules.Note(run, origin.Signer(), call.Argument<ProposedCall>(0));
                break;
            case "second":
                DemocracyRules.Second(run, origin.Signer(), call.Argument<uint>(0));
                break;
            case "vote":
                VotingRules.Vote(run, origin.Signer(), call.Argument<uint>(0), call.Argument<AccountVote>(1));
                break;
            case "delegate":
                var (target, conviction) = (call.Argument<AccountId>(0), call.Argument<Conviction>(1));
                VotingRules.Delegate(run, origin.Signer(), target, conviction, call.Argument<UInt128>(2));
                break;
            case "undelegate":
                VotingRules.Undelegate(run, origin.Signer());
                break;
            case "unlock":
                origin.Signer();
                VotingRules.Unlock(run, call.Argument<AccountId>(0));
                break;
            case "remove_vote":
                VotingRules.Remove(run, origin.Signer(), call.Argument<uint>(0), expiredOnly: false);
                break;
            case "remove_other_vote":
                var voter = call.Argument<AccountId>(0);
                VotingRules.Remove(run, voter, call.Argument<uint>(1), expiredOnly: origin.Signer() != voter);
                break;
            default:
                Steer(run, origin, call);
                break;
        }
    }

    private static void Steer(BlockRun run, Origin origin, Call call)
    {
        switch (call.Name)
        {
            case "external_propose":
                origin.Require("Council", 1, 2);
                Propose(run, call, VoteThreshold.SuperMajorityApprove);
                break;
            case "external_propose_majority":
                origin.Require("Council", 3, 4);
                Propose(run, call, VoteThreshold.SimpleMajority);
                break;
            case "external_propose_default":
                origin.Require("Council", 1, 1);
                Propose(run, call, VoteThreshold.SuperMajorityAgainst);
                break;
            case "fast_track":
                var (period, delay) = (call.Argument<uint>(1), call.Argument<uint>(2));
                var instant = period < run.Governance.Terms.FastTrackVotingPeriod;
                origin.Require("TechnicalCommittee", instant ? 1 : 2, instant ? 1 : 3);
                DemocracyRules.FastTrack(run, call.Argument<byte[]>(0), period, delay);
                break;
            case "veto_external":
                var member = origin as Origin.Member;
                var isMember = member?.Collective == "TechnicalCommittee";
                var who = isMember ? member!.Who : throw new DispatchException(DispatchError.BadOrigin);
                DemocracyRules.Veto(run, who, call.Argument<byte[]>(0));
                break;
            case "emergency_cancel":
                origin.RequireRootOr("Council", 2, 3);
                DemocracyRules.EmergencyCancel(run, call.Argument<uint>(0));
                break;
            case "cancel_referendum":
                origin.RequireRoot();
                DemocracyRules.CancelReferendum(run, call.Argument<uint>(0));
                break;
            case "cancel_proposal":
                origin.RequireRootOr("TechnicalCommittee", 1, 1);
                DemocracyRules.CancelProposal(run, call.Argument<uint>(0));
                break;
            case "blacklist":
                origin.RequireRoot();
                var index = (uint?)call.Arguments[1];
                DemocracyRules.BlacklistForever(run, call.Argument<byte[]>(0), index);
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    private static void Propose(BlockRun run, Call call, VoteThreshold threshold) =>
        DemocracyRules.ProposeExternally(run, call.Argument<ProposedCall>(0), threshold, call.Name);
}
