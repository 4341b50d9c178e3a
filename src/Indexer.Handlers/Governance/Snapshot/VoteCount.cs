using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>
/// The votes of an observation as the index counts them. Voters are EVM accounts; votes of others (Starknet accounts) have
/// no place in the ledger, are left out of all sums, and are named where the sums are compared.
/// </summary>
internal sealed class VoteCount
{
    private readonly Dictionary<AccountId, CountedVote> byVoter = [];
    private readonly List<string> leftOut = [];

    public VoteCount(SnapshotProposal proposal, IReadOnlyList<SnapshotVote> votes, IReadOnlyList<LeftOut> unreadable)
    {
        (Proposal, Unreadable) = (proposal, unreadable);
        Rule = VotingRule.Find(proposal.Type)!;
        foreach (var vote in votes)
        {
            if (EvmAddress.TryParse(vote.Voter, out var voter))
            {
                // The hub lists a voter twice only while it replaces its vote; the later one stays.
                byVoter[voter] = Read(vote, voter);
            }
            else
            {
                leftOut.Add(vote.Voter);
            }
        }

        Votes = [.. byVoter.Values.OrderBy(vote => vote.Source.Created).ThenBy(vote => vote.Voter)];
        Turnout = Pha.FromBigInteger(
            Votes
                .Where(vote => vote.Ballot is not null || Rule.CountsInvalid)
                .Aggregate(System.Numerics.BigInteger.Zero, (sum, vote) => sum + vote.Weight.ToBigInteger())
        );
        Tally =
        [
            .. Rule.Tally([.. Votes.Select(vote => vote.Ballot).OfType<Ballot>()], proposal.Choices.Count)
                .Select(Pha.FromBigInteger),
        ];
    }

    public SnapshotProposal Proposal { get; }

    public VotingRule Rule { get; }

    /// <summary>Whether the choices are for, against and abstain.</summary>
    public bool IsBasic => Proposal is { Type: "basic", Choices.Count: 3 };

    /// <summary>The votes, the oldest first.</summary>
    public IReadOnlyList<CountedVote> Votes { get; }

    /// <summary>Votes that cannot be read.</summary>
    public IReadOnlyList<LeftOut> Unreadable { get; }

    /// <summary>Voters that are no EVM accounts.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    /// <summary>The weight of all votes that the voting type counts in its total.</summary>
    public Pha Turnout { get; }

    /// <summary>The weight on each choice by the rule of the voting type.</summary>
    public IReadOnlyList<Pha> Tally { get; }

    public bool Has(AccountId voter) => byVoter.ContainsKey(voter);

    private CountedVote Read(SnapshotVote vote, AccountId voter)
    {
        try
        {
            var weight = vote.Weight.ToPha();
            var ballot = vote.IsHidden ? null : Rule.Read(vote.Choice, Proposal.Choices.Count, weight.ToBigInteger());
            return new CountedVote(vote, voter, weight, ballot);
        }
        catch (OverflowException)
        {
            throw new SnapshotDataException(
                $"Proposal {Proposal.Listed.Id}, vote {vote.Id}: vp is far beyond the supply of PHA. Check the space's strategies."
            );
        }
    }
}
