using System.Numerics;
using Indexer.Domain;
using Indexer.Simulator;
using static Indexer.TestKit.BookText;

namespace Indexer.TestKit.Governance;

/// <summary>Referenda, their tallies and outcomes.</summary>
public static class ReferendumSubjects
{
    /// <summary>Where each referendum stands, and how its votes add up.</summary>
    public static Subject Referenda { get; } =
        new(
            "referenda",
            books =>
                books.Referenda.Select(one =>
                {
                    var lost = LostByRounding(one);
                    return Line(
                        IdOf(one),
                        StatusOf(one),
                        one.Threshold,
                        one.Start,
                        one.End,
                        one.ProposalHash,
                        one.Tally.Ayes.Pha() - lost.Ayes,
                        one.Tally.Nays.Pha() - lost.Nays,
                        one.Tally.Turnout.Pha(),
                        one.Approved is null ? "-" : one.Electorate.Pha(),
                        one.Approved == true ? one.EnactAt : "-"
                    );
                }),
            view =>
                view.Proposals(ProposalSystem.Referendum)
                    .Select(one =>
                        Line(
                            one.Proposal.Id,
                            one.State.Status,
                            one.State.Threshold,
                            one.State.StartHeight,
                            one.State.EndHeight + 1,
                            one.State.Hash,
                            one.State.Ayes.Units,
                            one.State.Nays.Units,
                            one.State.Turnout.Units,
                            IsDecided(one.State.Status) ? one.State.Electorate?.Units : "-",
                            IsApproved(one.State.Status) ? one.State.EnactmentHeight : "-"
                        )
                    )
        );

    /// <summary>The chain's own tally at the end of each decided referendum, compared; it may differ by rounding only.</summary>
    public static Subject StatedTallies { get; } =
        new(
            "reconciliations",
            books =>
                from referendum in books.Referenda
                where referendum.Approved is not null
                let lost = LostByRounding(referendum)
                from row in new (ReconciliationCheck Check, UInt128 Stated, BigInteger Lost)[]
                {
                    (ReconciliationCheck.Ayes, referendum.Tally.Ayes, lost.Ayes),
                    (ReconciliationCheck.Nays, referendum.Tally.Nays, lost.Nays),
                    (ReconciliationCheck.Turnout, referendum.Tally.Turnout, 0),
                }
                select Line(
                    IdOf(referendum),
                    row.Check,
                    row.Stated.Pha(),
                    row.Lost,
                    row.Lost.IsZero ? "-" : "rounding of wrapped votes"
                ),
            view =>
            {
                var decided = view.Proposals(ProposalSystem.Referendum)
                    .Where(one => IsDecided(one.State.Status))
                    .Select(one => one.Proposal.Id)
                    .ToHashSet(StringComparer.Ordinal);
                return view.Rows<Reconciliation>()
                    .Where(row => decided.Contains(row.ProposalId))
                    .Select(row =>
                        Line(
                            row.ProposalId,
                            row.Check,
                            row.Stated.Units,
                            (row.Stated - row.Found).Units,
                            row.Reason ?? "-"
                        )
                    );
            }
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } = [Referenda, StatedTallies];

    internal static string IdOf(ReferendumBook referendum) => $"referendum/{referendum.Index}";

    /// <summary>The chain takes a tenth of all wrapped votes together, the index of each.</summary>
    private static (BigInteger Ayes, BigInteger Nays) LostByRounding(ReferendumBook referendum)
    {
        var wrapped = referendum.Votes.Where(vote => vote.Wrapped.Count > 0).ToList();
        var shares = wrapped.SelectMany(vote => vote.Wrapped).ToList();
        return (
            (wrapped.Select(vote => vote.OwnAyes).Sum() - shares.Select(share => share.Aye / 10).Sum()) * 1_000_000,
            (wrapped.Select(vote => vote.OwnNays).Sum() - shares.Select(share => share.Nay / 10).Sum()) * 1_000_000
        );
    }

    private static ProposalStatus StatusOf(ReferendumBook referendum) =>
        referendum.State switch
        {
            ReferendumState.Ongoing => ProposalStatus.Active,
            ReferendumState.Passed => ProposalStatus.Queued,
            ReferendumState.NotPassed => ProposalStatus.Rejected,
            ReferendumState.Cancelled => ProposalStatus.Cancelled,
            ReferendumState.Executed => ProposalStatus.Executed,
            _ => ProposalStatus.Failed,
        };

    private static bool IsApproved(ProposalStatus status) =>
        status is ProposalStatus.Queued or ProposalStatus.Executed or ProposalStatus.Failed;

    private static bool IsDecided(ProposalStatus status) => IsApproved(status) || status == ProposalStatus.Rejected;
}
