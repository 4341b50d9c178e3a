using Indexer.Domain;

namespace Indexer.Handlers.Governance.PhragmenElection;

/// <summary>
/// The root took away every vote for nobody but accounts that neither sit, nor follow, nor stand; no event tells it. The
/// numbers that the call gives only weigh it. Source: pallet_elections_phragmen, is_defunct_voter.
/// </summary>
internal sealed class CleanDefunctVotersCall() : SubstrateCallHandler("PhragmenElection", "clean_defunct_voters")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var standing = state
            .Governance.MembersOf(CollectiveBody.Council)
            .Select(seat => seat.Account.ToString())
            .ToHashSet();
        // An index that began later may not know the council yet; all votes would look idle.
        return standing.Count == 0
            ? []
            : state
                .Governance.ElectionVotes.All.Where(vote => !vote.Candidates.Split(',').Any(standing.Contains))
                .OrderBy(vote => vote.Voter)
                .Select(vote => new StateChange(vote, Ends: true))
                .ToList();
    }
}
