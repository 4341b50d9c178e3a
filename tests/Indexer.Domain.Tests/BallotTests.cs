using FsCheck;
using FsCheck.Fluent;

namespace Indexer.Domain.Tests;

/// <summary>The posting rules of votes, against a book that is kept beside them.</summary>
public sealed class BallotTests
{
    private const string Proposal = "referendum/1";
    private static readonly AccountId[] Voters = [.. Enumerable.Range(1, 3).Select(Account)];
    private static readonly VoteKind[] Kinds = [VoteKind.Direct, VoteKind.Wrapped, VoteKind.Aggregate];

    /// <summary>One step: which vote, what happens to it, the new amounts, and whether the block ends after it.</summary>
    private static readonly Gen<Step> Steps =
        from voter in Gen.Choose(0, 2)
        from kind in Gen.Choose(0, 2)
        from action in Gen.Choose(0, 9)
        from amount in Gen.Choose(0, 1_000_000)
        from part in Gen.Choose(0, 3)
        from ends in Gen.Choose(0, 2)
        select new Step(Voters[voter], Kinds[kind], action, amount, part, ends == 0);

    [Fact]
    public void The_tally_is_the_sum_of_the_votes_that_count_after_every_event() =>
        ForAll(book =>
        {
            var tally = book.Ledger.State.Governance.Proposal(Proposal);
            var counting = book.Votes.Values.Where(vote => vote.Kind != VoteKind.Aggregate).ToList();
            Assert.Equal(Sum(counting, vote => vote.Ayes), tally.Ayes);
            Assert.Equal(Sum(counting, vote => vote.Nays), tally.Nays);
            Assert.Equal(Sum(counting, vote => vote.Abstains), tally.Abstains);
            Assert.Equal(Sum(counting, vote => vote.Others), tally.Others);
            Assert.Equal(Sum(counting, vote => vote.Balance + vote.DelegatedBalance), tally.Turnout);
            Assert.Equal(counting.Count, tally.Voters);
        });

    [Fact]
    public void A_vote_in_force_is_what_its_last_event_stated_cast_when_its_choice_was() =>
        ForAll(book =>
        {
            Assert.Equal(book.Votes.Count, book.Ledger.State.Governance.VotesOn(Proposal).Count);
            foreach (var (key, stated) in book.Votes)
            {
                var vote = book.Ledger.State.Governance.Votes.Find((Proposal, key.Voter, key.Kind))!;
                Assert.Equal(
                    (stated.Choice, stated.Ayes, stated.Nays, stated.Balance, stated.DelegatedWeight),
                    (vote.Choice, vote.Ayes, vote.Nays, vote.Balance, vote.DelegatedWeight)
                );
                Assert.Equal(book.Cast[key], (vote.CastHeight, vote.CastIndex));
                Assert.Equal(key.Kind != VoteKind.Aggregate, vote.Counts);
                Assert.Equal(book.Unlocked.Contains(key), vote.IsUnlocked);
            }
        });

    [Fact]
    public void The_versions_in_force_at_the_end_of_a_block_are_the_votes_and_the_tally_that_it_had() =>
        Prop.ForAll(
                Gen.ArrayOf(Steps).ToArbitrary(),
                steps =>
                {
                    var book = Play(steps, _ => { });
                    book.EndBlock();
                    foreach (var (height, votes) in book.AtEnd)
                    {
                        var versions = Versions<Vote>(book, height).ToDictionary(vote => (vote.Voter, vote.Kind));
                        Assert.Equal(votes.Keys.ToHashSet(), versions.Keys.ToHashSet());
                        Assert.All(votes, vote => Assert.Equal(vote.Value.Weight(), versions[vote.Key].Weight()));
                        var tally = Assert.Single(Versions<ProposalState>(book, height));
                        var counting = versions.Values.Where(vote => vote.Counts).ToList();
                        Assert.Equal(counting.Count, tally.Voters);
                        Assert.Equal(
                            counting.Aggregate(Pha.Zero, (sum, vote) => sum + vote.Weight()),
                            tally.Ayes + tally.Nays + tally.Abstains + tally.Others
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_history_does_everything() =>
        Assert.Equal(
            Enum.GetValues<VoteAction>().Order(),
            Play(Gen.ArrayOf(Steps, 400).Sample(1, 1).Single(), _ => { })
                .Ledger.Rows.OfType<VoteEvent>()
                .Select(entry => entry.Action)
                .Distinct()
                .Order()
        );

    [Theory]
    [InlineData(VoteAction.Replaced)]
    [InlineData(VoteAction.DelegationChanged)]
    [InlineData(VoteAction.Revealed)]
    [InlineData(VoteAction.Reweighed)]
    [InlineData(VoteAction.Removed)]
    [InlineData(VoteAction.Unlocked)]
    public void A_change_of_a_vote_that_was_never_cast_stops_with_its_name(VoteAction action)
    {
        var exception = Assert.Throws<UnknownStateException>(() =>
            new Book().Post(Voters[0], VoteKind.Direct, action, 5, 0)
        );
        Assert.Contains(Proposal, exception.Message, StringComparison.Ordinal);
        Assert.Contains(Voters[0].ToString(), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vote_that_is_cast_twice_or_on_nothing_stops_with_its_name()
    {
        var book = new Book();
        book.Post(Voters[0], VoteKind.Direct, VoteAction.Cast, 5, 0);
        Assert.Contains(
            "exists already",
            Assert
                .Throws<UnknownStateException>(() => book.Post(Voters[0], VoteKind.Direct, VoteAction.Cast, 5, 0))
                .Message,
            StringComparison.Ordinal
        );
        var elsewhere = Book.Event(Voters[1], VoteKind.Direct, VoteAction.Cast, 5, 0) with { ProposalId = "tip/0x1" };
        Assert.Contains(
            "tip/0x1 is unknown",
            Assert.Throws<UnknownProposalException>(() => book.Apply(elsewhere)).Message,
            StringComparison.Ordinal
        );
    }

    private static void ForAll(Action<Book> holds) =>
        Prop.ForAll(Gen.ArrayOf(Steps).ToArbitrary(), steps => Play(steps, holds)).QuickCheckThrowOnFailure();

    private static Book Play(Step[] steps, Action<Book> afterEach)
    {
        var book = new Book();
        foreach (var step in steps)
        {
            book.Post(step.Voter, step.Kind, Action(book, step), step.Amount, step.Part);
            afterEach(book);
            if (step.EndsBlock)
            {
                book.EndBlock();
            }
        }

        return book;
    }

    private static VoteAction Action(Book book, Step step) =>
        !book.Votes.ContainsKey((step.Voter, step.Kind))
            ? VoteAction.Cast
            : step.Action switch
            {
                < 3 => VoteAction.Replaced,
                < 5 => VoteAction.DelegationChanged,
                < 6 => VoteAction.Reweighed,
                < 7 => VoteAction.Revealed,
                < 9 => VoteAction.Removed,
                _ => VoteAction.Unlocked,
            };

    private static IEnumerable<TRow> Versions<TRow>(Book book, long height)
        where TRow : StateRow =>
        book
            .Ledger.State.Tables.Single(table => table.RowType == typeof(TRow))
            .Opened.Cast<TRow>()
            .Where(row => row.FromHeight <= height && (row.ToHeight is null || row.ToHeight > height));

    private static Pha Sum(IEnumerable<VoteEvent> votes, Func<VoteEvent, Pha> part) =>
        votes.Aggregate(Pha.Zero, (sum, vote) => sum + part(vote));

    private static AccountId Account(int seed) => new([.. Enumerable.Repeat((byte)seed, 32)]);

    private sealed record Step(AccountId Voter, VoteKind Kind, int Action, int Amount, int Part, bool EndsBlock);

    /// <summary>The ledger of a network with one proposal, and what was told to it.</summary>
    private sealed class Book
    {
        private BlockHeader block = Header(1);
        private int index;

        public Book() =>
            Apply(new StateChange(new ProposalState { ProposalId = Proposal, Status = ProposalStatus.Active }));

        public NetworkLedger Ledger { get; } = new("net");

        /// <summary>The last event of each vote that was not removed.</summary>
        public Dictionary<(AccountId Voter, VoteKind Kind), VoteEvent> Votes { get; } = [];

        /// <summary>Where the choice of each vote was stated.</summary>
        public Dictionary<(AccountId Voter, VoteKind Kind), (long Height, int Index)> Cast { get; } = [];

        public HashSet<(AccountId Voter, VoteKind Kind)> Unlocked { get; } = [];

        /// <summary>The votes in force at the end of each block.</summary>
        public Dictionary<long, Dictionary<(AccountId Voter, VoteKind Kind), VoteEvent>> AtEnd { get; } = [];

        public void Post(AccountId voter, VoteKind kind, VoteAction action, int amount, int part)
        {
            var entry = Event(voter, kind, action, amount, part);
            Apply(entry);
            var key = (voter, kind);
            switch (action)
            {
                case VoteAction.Unlocked:
                    Unlocked.Add(key);
                    return;
                case VoteAction.Removed:
                    Votes.Remove(key);
                    break;
                default:
                    Votes[key] = entry;
                    break;
            }

            Unlocked.Remove(key);
            if (action is VoteAction.Cast or VoteAction.Replaced)
            {
                Cast[key] = (block.Height, index);
            }
        }

        public void EndBlock()
        {
            Ledger.EndBlock(block.Height);
            AtEnd[block.Height] = new(Votes);
            block = Header(block.Height + 1);
            index = 0;
        }

        public void Apply(Change change) => Ledger.Apply(change, new EventPlace(block, ++index, null, null));

        public static VoteEvent Event(AccountId voter, VoteKind kind, VoteAction action, int amount, int part) =>
            new()
            {
                ProposalId = Proposal,
                Voter = voter,
                Kind = kind,
                Action = action,
                Choice = (VoteChoice)part,
                Balance = new Pha(amount),
                Ayes = new Pha(part == 0 ? amount * 2 : 0),
                Nays = new Pha(part is 1 or 3 ? amount : 0),
                Abstains = new Pha(part is 2 or 3 ? amount * 3 : 0),
                Others = new Pha(part == 2 ? 1 : 0),
                DelegatedWeight = new Pha(amount / 2),
                DelegatedBalance = new Pha(amount / 3),
            };

        private static BlockHeader Header(long height) =>
            new(height, new byte[32], new byte[32], DateTimeOffset.UnixEpoch.AddSeconds(height), 1);
    }
}

/// <summary>The whole weight of votes.</summary>
internal static class VoteWeights
{
    public static Pha Weight(this Vote vote) => vote.Ayes + vote.Nays + vote.Abstains + vote.Others;

    public static Pha Weight(this VoteEvent vote) => vote.Ayes + vote.Nays + vote.Abstains + vote.Others;
}
