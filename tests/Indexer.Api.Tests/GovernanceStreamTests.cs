using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

/// <summary>What is told of proposals and votes, also of those that a reorganisation took back with their proposal.</summary>
public sealed class GovernanceStreamTests
{
    private const string Votes = """
        subscription ($after: String, $where: VoteEventFilter, $send: [ChangeOp!]! = [ADDED, RETRACTED, FINALIZED], $networks: [String!]) {
          voteCast(after: $after, where: $where, send: $send, networks: $networks) {
            op cursor vote { network height proposalId system voter action choice weight holder { address } } } }
        """;

    private const string Proposals = """
        subscription ($after: String, $where: ProposalEventFilter, $send: [ChangeOp!]! = [ADDED, RETRACTED, FINALIZED], $networks: [String!]) {
          proposalChanged(after: $after, where: $where, send: $send, networks: $networks) {
            op cursor event { network height proposalId system kind status error proposal { status } } } }
        """;

    private static readonly string[] Khala = ["khala"];

    [Fact]
    public async Task Steps_of_proposals_are_told_by_system_also_when_the_proposal_was_taken_back()
    {
        await using var index = await RevertedAsync();
        var messages = await Streams.ReadAsync(
            index,
            Proposals,
            4,
            new { where = new { system = new { eq = "REFERENDUM" } }, networks = Khala }
        );
        Assert.Equal(
            [
                "ADDED 4 referendum/5 STARTED ACTIVE",
                "ADDED 7210 referendum/5 REJECTED REJECTED",
                "RETRACTED 4 referendum/5 STARTED ACTIVE",
                "RETRACTED 7210 referendum/5 REJECTED REJECTED",
            ],
            messages.Select(message => Shown(message, "event", "height", "proposalId", "kind", "status"))
        );
        Assert.All(messages, message => Assert.Equal("REFERENDUM", message.GetProperty("event").Text("system")));
        var motion = await Streams.ReadAsync(
            index,
            Proposals,
            3,
            new { where = new { proposalId = new { eq = "council/7" } } }
        );
        Assert.Equal(
            [
                "ADDED PROPOSED ",
                "ADDED EXECUTED Balances.InsufficientBalance",
                "RETRACTED EXECUTED Balances.InsufficientBalance",
            ],
            motion.Select(message => Shown(message, "event", "kind", "error"))
        );
    }

    [Fact]
    public async Task Votes_are_told_by_voter_holder_proposal_and_network()
    {
        await using var index = new GovernanceIndex();
        await index.InitializeAsync();
        var ofHolder = await Streams.ReadAsync(
            index,
            Votes,
            7,
            new
            {
                where = new
                {
                    holder = new
                    {
                        accounts = new
                        {
                            some = new { address = new { eq = EvmAddress.Format(People.AnnL2Receiver) } },
                        },
                    },
                },
            }
        );
        Assert.Equal(
            [
                "ADDED khala 5 CAST AYE 100",
                "ADDED khala 6 REPLACED NAY 120",
                "ADDED khala 7 CAST AYE 3",
                "ADDED khala 9 DELEGATION_CHANGED NAY 140",
                "ADDED khala 7212 UNLOCKED NAY 140",
                "ADDED phala-l2 295 CAST AYE 70",
                "FINALIZED phala-l2 295 CAST AYE 70",
            ],
            ofHolder.Select(message => Shown(message, "vote", "network", "height", "action", "choice", "weight"))
        );
        var ofVoter = await Streams.ReadAsync(
            index,
            Votes,
            2,
            new
            {
                where = new
                {
                    voter = new { eq = Ss58.Encode(People.Bob) },
                    proposalId = new { eq = GovernanceStory.Referendum },
                    action = new { eq = "CAST" },
                },
                networks = Khala,
            }
        );
        Assert.Equal(
            ["ADDED 5 NAY", "ADDED 7200 AYE"],
            ofVoter.Select(message => Shown(message, "vote", "height", "choice"))
        );
    }

    [Fact]
    public async Task Streams_go_on_after_any_cursor_and_tell_what_was_retracted()
    {
        await using var index = await RevertedAsync();
        var variables = new { networks = Khala };
        // Eleven events on the referendum and one on the motion; the motion's was in the block that stays.
        var all = await Streams.ReadAsync(index, Votes, 12 + 11, variables);
        Assert.Equal(12, all.Count(message => message.Text("op") == "ADDED"));
        Assert.Equal(
            all.Where(message => message.Text("op") == "ADDED").Skip(1).Select(Row),
            all.Where(message => message.Text("op") == "RETRACTED").Select(Row)
        );
        foreach (var from in new[] { 0, 5, 11, 15 })
        {
            var rest = await Streams.ReadAsync(
                index,
                Votes,
                all.Count - from - 1,
                new { networks = Khala, after = all[from].Text("cursor") }
            );
            Assert.Equal(
                all.Skip(from + 1).Select(message => message.GetRawText()),
                rest.Select(message => message.GetRawText())
            );
        }

        static string Row(JsonElement message) =>
            string.Join(
                ' ',
                new[] { "height", "proposalId", "voter", "action", "choice", "weight" }.Select(field =>
                    message.GetProperty("vote").GetProperty(field)
                )
            );
    }

    /// <summary>The sample, whose Khala was reverted to before the referendum.</summary>
    private static async Task<GovernanceIndex> RevertedAsync()
    {
        var index = new GovernanceIndex();
        await index.InitializeAsync();
        await index.RevertAsync("khala", 3);
        return index;
    }

    private static string Shown(JsonElement message, string row, params string[] fields) =>
        $"{message.Text("op")} {string.Join(' ', fields.Select(field => message.GetProperty(row).GetProperty(field)))}";
}
