using FsCheck;
using FsCheck.Fluent;
using Indexer.Domain;
using Indexer.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Indexer.Storage.Tests;

/// <summary>Random histories of governance that are reverted and go on otherwise, beside the same without what was reverted.</summary>
public sealed class GovernanceRevertTests
{
    private const int Blocks = 12;

    private static readonly string[] Tables =
    [
        "proposal",
        "proposal_state",
        "proposal_text",
        "proposal_choice",
        "proposal_event",
        "proposal_link",
        "vote",
        "vote_event",
        "vote_delegation",
        "collective_member",
        "election_vote",
        "reconciliation",
    ];

    private static readonly Gen<int[][]> Histories = Gen.Choose(0, int.MaxValue).ArrayOf(7).ArrayOf(Blocks);

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public async Task What_is_reverted_leaves_no_trace_in_votes_tallies_and_their_versions(ulong seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(database.DataSource).Options
        );
        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var histories = Histories.Sample(2, new Rnd(seed), 2).ToList();
        for (var fork = 1; fork < Blocks; fork += 2)
        {
            var (followed, fresh) = ($"followed-{fork}", $"fresh-{fork}");
            var books = await Books.OpenAsync(database.DataSource, context, followed);
            await books.PlayAsync(histories[0], from: 1, to: Blocks);
            await books.RevertAsync(fork);
            books = await Books.OpenAsync(database.DataSource, context, followed);
            await books.PlayAsync(histories[1], from: fork + 1, to: Blocks);

            books = await Books.OpenAsync(database.DataSource, context, fresh);
            await books.PlayAsync(histories[0], from: 1, to: fork);
            await books.PlayAsync(histories[1], from: fork + 1, to: Blocks);

            foreach (var table in Tables)
            {
                var expected = await RowsAsync(database.DataSource, table, fresh);
                Assert.Equal(expected, await RowsAsync(database.DataSource, table, followed));
                Assert.NotEmpty(expected);
            }
        }
    }

    private static async Task<List<string>> RowsAsync(NpgsqlDataSource source, string table, string network)
    {
        await using var command = source.CreateCommand(
            $"select (to_jsonb(t) - 'network')::text from {table} t where network = $1 order by 1"
        );
        command.Parameters.AddWithValue(network);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    /// <summary>The books of a network, continued from the database.</summary>
    private sealed class Books(LedgerWriter writer, NetworkLedger ledger, Cursor? cursor)
    {
        private static readonly AccountId[] People =
        [
            .. Enumerable.Range(1, 3).Select(seed => new AccountId([.. Enumerable.Repeat((byte)seed, 32)])),
        ];

        private Cursor? cursor = cursor;

        public static async Task<Books> OpenAsync(NpgsqlDataSource source, IndexerDbContext context, string network)
        {
            var stop = TestContext.Current.CancellationToken;
            return new Books(
                new LedgerWriter(source, context, account => account.ToString()),
                await context.LoadLedgerAsync(network, stop),
                await context.FindCursorAsync(network, stop)
            );
        }

        public async Task RevertAsync(long fork) =>
            cursor = await writer.RevertAsync(
                cursor!,
                new BlockRef(fork, HashOf(fork)),
                held: null,
                TestContext.Current.CancellationToken
            );

        public async Task PlayAsync(int[][] history, int from, int to)
        {
            for (var height = from; height <= to; height++)
            {
                var header = new BlockHeader(
                    height,
                    HashOf(height),
                    HashOf(height - 1),
                    DateTimeOffset.UnixEpoch.AddSeconds(height),
                    SpecVersion: 1
                );
                var index = 0;
                foreach (var change in height == 1 ? Begin() : history[height - 1].SelectMany(Step))
                {
                    ledger.Apply(change, new EventPlace(header, index++, null, null));
                }

                ledger.EndBlock(height);
                await CommitAsync(header, index);
            }
        }

        private async Task CommitAsync(BlockHeader header, int events)
        {
            var block = new Block
            {
                Network = ledger.State.Network,
                Height = header.Height,
                Hash = header.Hash,
                ParentHash = header.ParentHash,
                Time = header.Time,
                SpecVersion = header.SpecVersion,
                Events = events,
            };
            var after = new Cursor
            {
                Network = ledger.State.Network,
                Height = header.Height,
                Hash = header.Hash,
                Time = header.Time,
                Events = (cursor?.Events ?? 0) + events,
                Entries = (cursor?.Entries ?? 0) + ledger.Rows.Count,
                FinalizedHeight = 0,
            };
            await writer.CommitAsync(
                new CommitBatch(cursor, after, header.Height, [block], ledger),
                held: null,
                TestContext.Current.CancellationToken
            );
            ledger.Committed();
            cursor = after;
        }

        private static byte[] HashOf(long height) => [.. Enumerable.Repeat((byte)height, 32)];

        private static IEnumerable<Change> Begin()
        {
            foreach (var id in new[] { "referendum/1", "referendum/2" })
            {
                yield return new Proposal
                {
                    Id = id,
                    System = ProposalSystem.Referendum,
                    NativeId = id[^1..],
                };
                yield return new StateChange(new ProposalState { ProposalId = id, Status = ProposalStatus.Active });
                yield return new StateChange(new ProposalText { ProposalId = id, Title = "first" });
                yield return new StateChange(
                    new ProposalChoice
                    {
                        ProposalId = id,
                        Choice = 1,
                        Label = "yes",
                    }
                );
                yield return new ProposalEvent
                {
                    ProposalId = id,
                    Kind = ProposalEventKind.Started,
                    Status = ProposalStatus.Active,
                };
                yield return new Reconciliation
                {
                    ProposalId = id,
                    Check = ReconciliationCheck.Ayes,
                    Source = "first",
                    Stated = Pha.Zero,
                    Found = Pha.Zero,
                };
            }

            yield return new ProposalLink
            {
                ProposalId = "referendum/1",
                TargetId = "referendum/2",
                Kind = ProposalLinkKind.CancelledOther,
            };
            foreach (var person in People)
            {
                yield return Ballot("referendum/1", person, VoteKind.Direct, VoteAction.Cast, 1);
                yield return Seat(person, 1);
                yield return Standing(person, 1);
                yield return Delegation(person, People[0], 1);
            }
        }

        /// <summary>The changes of one random number: mostly votes, else a change of another table.</summary>
        private IEnumerable<Change> Step(int number)
        {
            var person = People[number % 3];
            var amount = number / 64 % 1000;
            var id = $"referendum/{1 + (number / 3 % 2)}";
            var state = ledger.State.Governance;
            switch (number / 6 % 12)
            {
                case 0:
                    yield return new StateChange(state.Texts.Find(id)! with { Title = $"title {amount}" });
                    break;
                case 1:
                    yield return new StateChange(state.ChoicesOf(id)[0] with { Weight = new Pha(amount) });
                    break;
                case 2:
                    yield return new StateChange(
                        Delegation(person, People[amount % 3], amount).Row,
                        Ends: amount % 4 == 0
                    );
                    break;
                case 3:
                    yield return new StateChange(Seat(person, amount).Row, Ends: amount % 4 == 0);
                    break;
                case 4:
                    yield return new StateChange(Standing(person, amount).Row, Ends: amount % 4 == 0);
                    break;
                case 5:
                    yield return new StateChange(
                        state.Proposal(id) with
                        {
                            Deposit = new Pha(amount),
                            EndHeight = amount,
                        }
                    );
                    break;
                default:
                    var kind = (VoteKind)(number / 6 % 3);
                    var isCast = state.Votes.Find((id, person, kind)) is not null;
                    var action = isCast ? (VoteAction)(1 + (amount % 5)) : VoteAction.Cast;
                    yield return Ballot(id, person, kind, action, amount);
                    break;
            }
        }

        private static VoteEvent Ballot(string id, AccountId voter, VoteKind kind, VoteAction action, int amount) =>
            new()
            {
                ProposalId = id,
                Voter = voter,
                Kind = kind,
                Action = action,
                Choice = amount % 2 == 0 ? VoteChoice.Aye : VoteChoice.Nay,
                Balance = new Pha(amount),
                Ayes = new Pha(amount % 2 == 0 ? amount : 0),
                Nays = new Pha(amount % 2 == 0 ? 0 : amount),
                DelegatedBalance = new Pha(amount / 2),
            };

        private static StateChange Delegation(AccountId from, AccountId to, int amount) =>
            new(
                new VoteDelegation
                {
                    Scope = "democracy",
                    Delegator = from,
                    Delegate = to,
                    Balance = new Pha(amount),
                }
            );

        private static StateChange Seat(AccountId account, int backing) =>
            new(
                new CollectiveMember
                {
                    Body = CollectiveBody.Council,
                    Account = account,
                    Role = CollectiveRole.Member,
                    Backing = new Pha(backing),
                }
            );

        private static StateChange Standing(AccountId voter, int stake) =>
            new(
                new ElectionVote
                {
                    Voter = voter,
                    Candidates = "",
                    Stake = new Pha(stake),
                }
            );
    }
}
