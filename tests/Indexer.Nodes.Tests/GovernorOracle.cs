using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Nodes.Tests;

/// <summary>What the contracts of a lab say of themselves after each block, and what the index holds as of it.</summary>
public sealed class GovernorOracle(GovernanceLab lab, ChainIndex index)
{
    private static readonly string[] Statuses =
    [
        "Pending",
        "Active",
        "Cancelled",
        "Rejected",
        "Passed",
        "Queued",
        "Expired",
        "Executed",
    ];

    /// <summary>Compares every proposal after every block, up to the last indexed one.</summary>
    /// <returns>How many comparisons of each status were made.</returns>
    public async Task<Dictionary<string, int>> CompareAsync()
    {
        var last = await LastAsync();
        var versions = (await index.RowsAsync<ProposalState>()).ToLookup(row => row.ProposalId);
        var roles = lab.Governors.ToDictionary(entry => entry.Contract.ToString(), entry => entry.Role);
        var questions = new List<(string Id, long Height, string Role)>();
        var requests = new List<RpcRequest>();
        foreach (var proposal in await index.RowsAsync<Proposal>())
        {
            var (contract, role, id) = (proposal.Space!, roles[proposal.Space!], NumberOf(proposal));
            var votes = role == "governor" ? "proposalVotes(uint256 id)" : "proposals(uint256 id)";
            for (var height = proposal.Height; height <= last; height++)
            {
                questions.Add((proposal.Id, height, role));
                requests.Add(Call(contract, "state(uint256 id)", height, id));
                requests.Add(Call(contract, votes, height, id));
            }
        }

        var answers = new List<RpcResult>();
        foreach (var chunk in requests.Chunk(500))
        {
            answers.AddRange(await lab.Node.Rpc.BatchAsync(chunk));
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ((id, height, role), i) in questions.Select((question, i) => (question, i)))
        {
            var state = Statuses[(int)Words(answers[2 * i])[0]];
            var words = Words(answers[(2 * i) + 1]);
            var (ayes, nays, abstains) = role switch
            {
                "governor" => (words[1], words[0], words[2]),
                "governor-bravo" => (words[5], words[6], words[7]),
                _ => (words[5], words[6], BigInteger.Zero),
            };
            var held = versions[id]
                .SingleOrDefault(row => row.FromHeight <= height && (row.ToHeight is null || row.ToHeight > height));
            Assert.True(held is not null, $"{id} has no state as of {height}.");
            Assert.Equal(
                $"{id} @{height} {state} {ayes} {nays} {abstains}",
                $"{id} @{height} {held.Status} {held.Ayes.ToBigInteger()} {held.Nays.ToBigInteger()} {held.Abstains.ToBigInteger()}"
            );
            seen[state] = seen.GetValueOrDefault(state) + 1;
        }

        return seen;
    }

    /// <summary>Compares what the proposals of OpenZeppelin are decided by: quorum and supply at their snapshot, begin and end.</summary>
    public async Task CompareTermsAsync()
    {
        var last = await LastAsync();
        var states = await index.StateAsync<ProposalState>();
        foreach (var proposal in await index.RowsAsync<Proposal>())
        {
            var state = states.Single(row => row.ProposalId == proposal.Id);
            if (proposal.System != ProposalSystem.Governor || state.Quorum is null)
            {
                continue;
            }

            var id = NumberOf(proposal);
            var snapshot = await AskAsync(proposal.Space!, "proposalSnapshot(uint256 id)", last, id);
            var deadline = await AskAsync(proposal.Space!, "proposalDeadline(uint256 id)", last, id);
            var quorum = await AskAsync(proposal.Space!, "quorum(uint256 at)", last, snapshot);
            var supply = await AskAsync($"{lab.Token}", "getPastTotalSupply(uint256 at)", last, snapshot);
            Assert.Equal(
                (quorum, supply, snapshot + 1, deadline),
                (
                    state.Quorum.Value.ToBigInteger(),
                    state.Electorate!.Value.ToBigInteger(),
                    lab.ByTime ? state.StartTime!.Value.ToUnixTimeSeconds() : state.StartHeight!.Value,
                    lab.ByTime ? state.EndTime!.Value.ToUnixTimeSeconds() : state.EndHeight!.Value
                )
            );
            Assert.Equal(ElectorateKind.PastTotalSupply, state.ElectorateKind);
        }
    }

    /// <summary>Compares tokens, votes and delegates of all accounts after the last indexed block.</summary>
    public async Task CompareTokenAsync()
    {
        var last = await LastAsync();
        var powers = (await index.StateAsync<VotingPower>()).ToDictionary(row => row.Account);
        var delegations = (await index.StateAsync<VoteDelegation>()).ToDictionary(row => row.Delegator);
        foreach (var account in lab.Accounts)
        {
            var tokens = await AskAsync($"{lab.Token}", "balanceOf(address owner)", last, account);
            var votes = await AskAsync($"{lab.Token}", "getVotes(address account)", last, account);
            var delegated = await AskAsync($"{lab.Token}", "delegates(address account)", last, account);
            var power = powers.GetValueOrDefault(account);
            Assert.Equal(
                (tokens, votes),
                ((power?.Tokens ?? Pha.Zero).ToBigInteger(), (power?.Votes ?? Pha.Zero).ToBigInteger())
            );
            var delegation = delegations.GetValueOrDefault(account);
            Assert.Equal(
                (delegated, delegated.IsZero ? BigInteger.Zero : tokens),
                delegation is null
                    ? (BigInteger.Zero, BigInteger.Zero)
                    : (Number(delegation.Delegate), delegation.Balance.ToBigInteger())
            );
        }
    }

    /// <summary>
    /// Compares the own part of every vote with what the token says of its snapshot. Only the voter's own tokens are its own,
    /// if it delegated to itself and does not vote with them as a delegator.
    /// </summary>
    /// <returns>How many votes there are.</returns>
    public async Task<int> CompareOwnPartsAsync()
    {
        var last = await LastAsync();
        var states = (await index.StateAsync<ProposalState>()).ToDictionary(row => row.ProposalId);
        var votes = await index.StateAsync<Vote>();
        foreach (var vote in votes)
        {
            var (voter, token) = (vote.Voter, $"{lab.Token}");
            var proposal = states[vote.ProposalId];
            var snapshot = proposal.StartHeight - 1 ?? proposal.StartTime!.Value.ToUnixTimeSeconds() - 1;
            var tokens = await AskAsync(token, "getPastBalanceOf(address who, uint256 at)", last, voter, snapshot);
            var delegated = await AskAsync(token, "getPastDelegate(address who, uint256 at)", last, voter, snapshot);
            var weight = (vote.Ayes + vote.Nays + vote.Abstains + vote.Others).ToBigInteger();
            var overrides = votes.Exists(other =>
                other.ProposalId == vote.ProposalId && other.Voter == voter && other.Kind == VoteKind.Override
            );
            var own =
                vote.Kind == VoteKind.Override ? tokens
                : delegated == Number(voter) && !overrides ? BigInteger.Min(tokens, weight)
                : BigInteger.Zero;
            Assert.Equal(
                $"{vote.ProposalId} {voter} {vote.Kind} {own} of {weight}",
                $"{vote.ProposalId} {voter} {vote.Kind} {vote.Balance.ToBigInteger()} of {(vote.Balance + vote.DelegatedBalance).ToBigInteger()}"
            );
            Assert.Equal(vote.DelegatedBalance, vote.DelegatedWeight);
        }

        return votes.Count;
    }

    private static BigInteger NumberOf(Proposal proposal) =>
        BigInteger.Parse(proposal.NativeId, CultureInfo.InvariantCulture);

    private static BigInteger Number(AccountId account) => new(account.Bytes, isUnsigned: true, isBigEndian: true);

    private async Task<long> LastAsync() => Assert.Single(await index.RowsAsync<Cursor>()).Height;

    private async Task<BigInteger> AskAsync(string contract, string function, long height, params object[] arguments) =>
        Words((await lab.Node.Rpc.BatchAsync([Call(contract, function, height, arguments)]))[0])[0];

    private static RpcRequest Call(string contract, string function, long height, params object[] arguments) =>
        new(
            "eth_call",
            new Dictionary<string, string> { ["to"] = contract, ["data"] = LabAbi.Call(function, arguments) },
            $"0x{height:x}"
        );

    private static BigInteger[] Words(RpcResult answer)
    {
        Assert.True(answer.Error is null, answer.Error?.Message);
        Assert.Equal(JsonValueKind.String, answer.Value.ValueKind);
        return LabAbi.Words(answer.Value.GetString()!);
    }
}
