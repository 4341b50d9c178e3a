using System.Numerics;
using Indexer.Simulator.Ethereum;
using Indexer.Simulator.Ethereum.Governors;

namespace Indexer.Simulator.Rpc;

/// <summary>eth_call of governors, voting tokens and timelocks as of a block.</summary>
internal sealed class GovernorCall(EthereumBooks books, CallInput input)
{
    private static readonly Dictionary<string, string> Signatures = new[]
    {
        "state(uint256)",
        "proposalVotes(uint256)",
        "proposalSnapshot(uint256)",
        "proposalDeadline(uint256)",
        "proposalEta(uint256)",
        "quorum(uint256)",
        "clock()",
        "CLOCK_MODE()",
        "COUNTING_MODE()",
        "token()",
        "timelock()",
        "votingDelay()",
        "votingPeriod()",
        "proposalThreshold()",
        "totalSupply()",
        "getPastTotalSupply(uint256)",
        "getPastVotes(address,uint256)",
        "getVotes(address)",
        "balanceOf(address)",
        "delegates(address)",
        "decimals()",
        "delay()",
        "getMinDelay()",
        "GRACE_PERIOD()",
    }.ToDictionary(signature => new AbiFunction(signature).Selector);

    public byte[] Run(EvmAddress to)
    {
        foreach (var governor in books.Governors)
        {
            if (to == governor.Address)
            {
                return AskGovernor(governor);
            }
            if (to == governor.Token.Address)
            {
                return AskToken(governor.Token);
            }
            if (to == governor.Timelock.Address)
            {
                return AskTimelock(governor.Timelock);
            }
        }
        return [];
    }

    private string? Function => Signatures.GetValueOrDefault(input.Selector);

    private byte[] AskGovernor(GovernorContract governor) =>
        Function switch
        {
            "state(uint256)" => AbiCoder.Word((int)(Proposal(governor)?.State ?? throw CallInput.Reverted())),
            "proposalVotes(uint256)" => Proposal(governor) is { } votes
                ? [.. AbiCoder.Word(votes.Against), .. AbiCoder.Word(votes.For), .. AbiCoder.Word(votes.Abstain)]
                : new byte[3 * 32],
            "proposalSnapshot(uint256)" => AbiCoder.Word(Proposal(governor)?.Snapshot ?? 0),
            "proposalDeadline(uint256)" => AbiCoder.Word(Proposal(governor)?.Deadline ?? 0),
            "proposalEta(uint256)" => AbiCoder.Word(Proposal(governor)?.Eta ?? 0),
            "quorum(uint256)" => AbiCoder.Word(governor.Quorum(Past(governor.Token, input.Number(0)))),
            "COUNTING_MODE()" => Text(governor.Terms.CountingMode),
            "token()" => AbiCoder.Word(governor.Token.Address),
            "timelock()" => AbiCoder.Word(governor.Timelock.Address),
            "votingDelay()" => AbiCoder.Word(governor.Terms.Delay),
            "votingPeriod()" => AbiCoder.Word(governor.Terms.Period),
            "proposalThreshold()" => AbiCoder.Word(0),
            _ => AskClock(governor.Token),
        };

    private byte[] AskToken(VotesToken token) =>
        Function switch
        {
            "totalSupply()" => AbiCoder.Word(token.SupplyAt(Now(token))),
            "getPastTotalSupply(uint256)" => AbiCoder.Word(token.SupplyAt(Past(token, input.Number(0)))),
            "getPastVotes(address,uint256)" => AbiCoder.Word(
                token.VotesAt(input.Address(0), Past(token, input.Number(1)))
            ),
            "getVotes(address)" => AbiCoder.Word(books.VotingAccount(token.Address, input.Address(0))?.Votes ?? 0),
            "balanceOf(address)" => AbiCoder.Word(books.VotingAccount(token.Address, input.Address(0))?.Tokens ?? 0),
            "delegates(address)" => AbiCoder.Word(
                books.VotingAccount(token.Address, input.Address(0))?.Delegate ?? EvmAddress.Zero
            ),
            "decimals()" => AbiCoder.Word(18),
            _ => AskClock(token),
        };

    private byte[] AskClock(VotesToken token) =>
        Function switch
        {
            "clock()" => AbiCoder.Word(Now(token)),
            "CLOCK_MODE()" => Text(token.ClockMode),
            _ => throw CallInput.Reverted(),
        };

    private byte[] AskTimelock(Timelock timelock) =>
        (Function, timelock.GracePeriod) switch
        {
            ("GRACE_PERIOD()", { } grace) => AbiCoder.Word(grace),
            ("delay()", not null) or ("getMinDelay()", null) => AbiCoder.Word(timelock.Delay),
            _ => throw CallInput.Reverted(),
        };

    private GovernorProposalBook? Proposal(GovernorContract governor) => books.Proposal(governor, input.Number(0));

    private long Now(VotesToken token) => token.Clock(books.Height, books.Time);

    /// <summary>A time that has passed; of others tokens tell nothing.</summary>
    private long Past(VotesToken token, BigInteger at) => at < Now(token) ? (long)at : throw CallInput.Reverted();

    private static byte[] Text(string text) => AbiCoder.Encode(["string"], [text]);
}
