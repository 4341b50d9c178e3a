using System.Globalization;
using System.Numerics;
using System.Text;
using Indexer.Simulator.Snapshot;

namespace Indexer.Snapshot.Tests;

/// <summary>
/// What the index must hold of a space, computed from the hub's books by means of the tests: amounts through
/// System.Decimal, which holds all digits of them, and sums of integers.
/// </summary>
internal sealed class ExpectedSpace
{
    private readonly Dictionary<string, (SpaceProposal Proposal, List<SpaceVote> Votes)> seen = new(
        StringComparer.Ordinal
    );

    /// <summary>Proposals and votes after a look, as lines: what the hub deleted stays as it was last seen.</summary>
    public List<string> After(SpaceBooks books)
    {
        foreach (var proposal in books.Proposals)
        {
            var votes = books.VotesOn(proposal.Id).Where(vote => vote.Voter.Length == 42);
            seen[proposal.Id] = (proposal, [.. votes]);
        }

        var present = books.Proposals.Select(proposal => proposal.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. seen
                .Values.SelectMany(entry => Lines(books.Time, entry, present.Contains(entry.Proposal.Id)))
                .Order(StringComparer.Ordinal),
        ];
    }

    public static BigInteger Units(string power) =>
        (BigInteger)(
            decimal.Round(
                decimal.Parse(power, NumberStyles.Float, CultureInfo.InvariantCulture),
                18,
                MidpointRounding.ToEven
            ) * 1_000_000_000_000_000_000m
        );

    private static IEnumerable<string> Lines(
        long time,
        (SpaceProposal Proposal, List<SpaceVote> Votes) entry,
        bool isPresent
    )
    {
        var (proposal, votes) = entry;
        var status = isPresent ? proposal.StateAt(time).ToUpperInvariant() : "DELETED";
        var isBasic = proposal.Type == "basic";
        var open = votes.Where(vote => vote.Ciphertext is null).ToList();
        var ofChoice = open.ToLookup(vote => vote.Choice, StringComparer.Ordinal);
        yield return string.Join(
            '|',
            "proposal",
            proposal.Id,
            status,
            Held(proposal.Title),
            Held(proposal.Body).Length,
            proposal.Type,
            isBasic ? Sum(ofChoice["1"]) : 0,
            isBasic ? Sum(ofChoice["2"]) : 0,
            isBasic ? Sum(ofChoice["3"]) : 0,
            isBasic ? 0 : Sum(open),
            Sum(votes),
            votes.Count,
            proposal.IsFlagged ? "flagged" : "",
            proposal.IsFinal && status == "CLOSED" ? "final" : "",
            proposal.Quorum == 0 ? "" : Units(HubJson(proposal.Quorum)),
            proposal.Start,
            proposal.End
        );
        foreach (var vote in votes)
        {
            var hidden = vote.Ciphertext is not null;
            yield return string.Join(
                '|',
                "vote",
                vote.Proposal,
                vote.Voter[2..].ToLowerInvariant(),
                hidden ? "HIDDEN"
                    : isBasic ? Basic(vote.Choice)
                    : "OTHER",
                hidden ? $"\"{vote.Ciphertext}\"" : vote.Choice,
                Units(vote.PowerText),
                vote.PowerByStrategyText,
                vote.Created,
                vote.Id,
                vote.Reason
            );
        }
    }

    private static string HubJson(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Basic(string choice) =>
        choice switch
        {
            "1" => "AYE",
            "2" => "NAY",
            _ => "ABSTAIN",
        };

    private static BigInteger Sum(IEnumerable<SpaceVote> votes) =>
        votes.Aggregate(BigInteger.Zero, (sum, vote) => sum + Units(vote.PowerText));

    /// <summary>A text as a database can hold it.</summary>
    private static string Held(string text)
    {
        var held = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            held.Append(rune.Value == 0 ? "\ufffd" : rune.ToString());
        }

        return held.ToString();
    }
}
