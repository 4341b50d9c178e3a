using Indexer.Domain;
using Indexer.Simulator;
using static Indexer.TestKit.BookText;

namespace Indexer.TestKit.Governance;

/// <summary>Votes in referenda, their history, and delegations.</summary>
public static class BallotSubjects
{
    /// <summary>Every vote in force, the wrapped ones of W-PHA holders included.</summary>
    public static Subject Votes { get; } =
        new(
            "votes in force",
            books => books.Referenda.SelectMany(VoteLines),
            view =>
                from one in view.Proposals(ProposalSystem.Referendum)
                from vote in view.VotesOn(one.Proposal.Id)
                let isWrapped = vote.Kind == VoteKind.Wrapped
                select Line(
                    vote.ProposalId,
                    vote.Voter,
                    vote.Kind,
                    vote.Choice,
                    vote.Balance.Units,
                    isWrapped ? 0 : vote.Conviction,
                    vote.Ayes.Units,
                    vote.Nays.Units,
                    vote.DelegatedWeight.Units,
                    vote.DelegatedBalance.Units,
                    vote.CastHeight,
                    vote.Counts,
                    !isWrapped && vote.IsUnlocked
                )
        );

    /// <summary>All votes ever cast, replaced and removed, numbered in the order of the chain.</summary>
    public static Subject History { get; } =
        new(
            "history of votes",
            books =>
                from referendum in books.Referenda
                from change in referendum.History.Index()
                select Line(
                    ReferendumSubjects.IdOf(referendum),
                    change.Index,
                    change.Item.Height,
                    change.Item.Extrinsic,
                    change.Item.Voter,
                    change.Item.Kind == VoteChangeKind.RemovedAfterEnd
                        ? VoteAction.Unlocked
                        : Enum.Parse<VoteAction>(change.Item.Kind.ToString()),
                    ChoiceOf(change.Item.Vote)
                ),
            view =>
                from entries in view.Rows<VoteEvent>()
                    .Where(row => row.ProposalId.StartsWith("referendum/", StringComparison.Ordinal))
                    .Where(row => row.Kind != VoteKind.Wrapped && row.Action != VoteAction.DelegationChanged)
                    .GroupBy(row => row.ProposalId)
                from entry in entries.Index()
                select Line(
                    entries.Key,
                    entry.Index,
                    entry.Item.Height,
                    entry.Item.Extrinsic,
                    entry.Item.Voter,
                    entry.Item.Action,
                    entry.Item.Choice
                )
        );

    /// <summary>Every delegation in force.</summary>
    public static Subject Delegations { get; } =
        new(
            "delegations",
            books =>
                books
                    .Delegations.Where(one => one.From <= books.Height && (one.To is null || one.To > books.Height))
                    .Select(one => Line(one.Delegator, one.Target, one.Balance.Pha(), (int)one.Conviction)),
            view =>
                view.States<VoteDelegation>()
                    .Select(one => Line(one.Delegator, one.Delegate, one.Balance.Units, one.Conviction))
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } = [Votes, History, Delegations];

    private static IEnumerable<string> VoteLines(ReferendumBook referendum)
    {
        foreach (var vote in referendum.Votes)
        {
            var delegated = vote.Delegated.Select(share => share.Votes).Sum() * 1_000_000;
            var capital = vote.Delegated.Select(share => share.Capital).Sum() * 1_000_000;
            var standard = vote.Vote as StandardVote;
            var isAggregate = vote.Wrapped.Count > 0;
            yield return Line(
                ReferendumSubjects.IdOf(referendum),
                vote.Voter,
                isAggregate ? VoteKind.Aggregate : VoteKind.Direct,
                ChoiceOf(vote.Vote),
                vote.Vote.Balance.Pha(),
                standard is null ? 0 : (int)standard.Conviction,
                vote.OwnAyes.Pha() + (standard?.Aye == true ? delegated : 0),
                vote.OwnNays.Pha() + (standard?.Aye == false ? delegated : 0),
                delegated,
                capital,
                vote.Height,
                !isAggregate,
                vote.RemovedAt is not null
            );
            foreach (var share in vote.Wrapped)
            {
                yield return Line(
                    ReferendumSubjects.IdOf(referendum),
                    share.User,
                    VoteKind.Wrapped,
                    share.Nay == 0 ? VoteChoice.Aye
                        : share.Aye == 0 ? VoteChoice.Nay
                        : VoteChoice.Split,
                    (share.Aye + share.Nay).Pha(),
                    0,
                    (share.Aye / 10).Pha(),
                    (share.Nay / 10).Pha(),
                    0,
                    0,
                    share.Height,
                    true,
                    false
                );
            }
        }
    }

    private static VoteChoice ChoiceOf(AccountVote vote) =>
        vote is not StandardVote standard ? VoteChoice.Split
        : standard.Aye ? VoteChoice.Aye
        : VoteChoice.Nay;
}
