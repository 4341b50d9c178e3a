using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>The logs of governors, timelocks and voting tokens, in the order of their parameters.</summary>
internal static class GovernorLogs
{
    public static string Id(AccountId governor, BigInteger number) => $"governor/{governor}/{number}";

    public static void ProposalCreated(
        this Feed feed,
        AccountId governor,
        BigInteger number,
        AccountId proposer,
        BigInteger voteStart,
        BigInteger voteEnd,
        string description = "# A title\n\nA text."
    ) =>
        feed.Log(
            governor,
            Topics.ProposalCreated,
            [],
            [
                number,
                proposer,
                new object[] { Feed.Account(0x77) },
                new object[] { 5 },
                new object[] { "set(uint256)" },
                new object[] { new byte[] { 1, 2, 3 } },
                voteStart,
                voteEnd,
                description,
            ]
        );

    public static void VoteCast(
        this Feed feed,
        AccountId governor,
        AccountId voter,
        BigInteger number,
        int support,
        BigInteger weight,
        string reason = ""
    ) => feed.Log(governor, Topics.VoteCast, [voter], [number, support, weight, reason]);

    public static void VoteCastWithParams(
        this Feed feed,
        AccountId voter,
        BigInteger number,
        int support,
        BigInteger weight,
        byte[] parameters
    ) => feed.Log(Feed.Governor, Topics.VoteCastWithParams, [voter], [number, support, weight, "", parameters]);

    public static void OfProposal(this Feed feed, AccountId governor, string topic, params object[] values) =>
        feed.Log(governor, topic, [], values);

    public static void OfOperation(this Feed feed, string topic, byte operation)
    {
        byte[] id = [.. Enumerable.Repeat(operation, 32)];
        feed.RawLog(
            Feed.Timelock,
            topic,
            topic == Topics.Cancelled ? [id] : [id, new byte[32]],
            topic == Topics.CallScheduled ? AbiData.Of(Feed.Account(0x77), 0, Array.Empty<byte>(), 0, 60)
                : topic == Topics.CallExecuted ? AbiData.Of(Feed.Account(0x77), 0, Array.Empty<byte>())
                : []
        );
    }

    public static void MoveVotes(this Feed feed, AccountId from, AccountId to, BigInteger value) =>
        feed.Log(Feed.VotesToken, Topics.Transfer, [from, to], [value]);

    public static void Delegates(this Feed feed, AccountId delegator, AccountId before, AccountId after) =>
        feed.Log(Feed.VotesToken, Topics.DelegateChanged, [delegator, before, after], []);
}
