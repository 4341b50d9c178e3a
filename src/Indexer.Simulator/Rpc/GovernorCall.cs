using System.Globalization;
using System.Numerics;
using Indexer.Simulator.Ethereum;
using Indexer.Simulator.Ethereum.Governors;

namespace Indexer.Simulator.Rpc;

/// <summary>eth_call of governors, voting tokens and timelocks as of a block.</summary>
internal sealed class GovernorCall(EthereumBooks books, string data)
{
    private const int SelectorLength = 10;
    private const int WordLength = 64;

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

    private string? Function => Signatures.GetValueOrDefault(data[..Math.Min(SelectorLength, data.Length)]);

    private byte[] AskGovernor(GovernorContract governor) =>
        Function switch
        {
            "state(uint256)" => AbiCoder.Word((int)(Proposal(governor)?.State ?? throw Reverted())),
            "proposalVotes(uint256)" => Proposal(governor) is { } votes
                ? [.. AbiCoder.Word(votes.Against), .. AbiCoder.Word(votes.For), .. AbiCoder.Word(votes.Abstain)]
                : new byte[3 * 32],
            "proposalSnapshot(uint256)" => AbiCoder.Word(Proposal(governor)?.Snapshot ?? 0),
            "proposalDeadline(uint256)" => AbiCoder.Word(Proposal(governor)?.Deadline ?? 0),
            "proposalEta(uint256)" => AbiCoder.Word(Proposal(governor)?.Eta ?? 0),
            "quorum(uint256)" => AbiCoder.Word(governor.Quorum(Past(governor.Token, Argument(0)))),
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
            "getPastTotalSupply(uint256)" => AbiCoder.Word(token.SupplyAt(Past(token, Argument(0)))),
            "getPastVotes(address,uint256)" => AbiCoder.Word(token.VotesAt(Account, Past(token, Argument(1)))),
            "getVotes(address)" => AbiCoder.Word(books.VotingAccount(token.Address, Account)?.Votes ?? 0),
            "balanceOf(address)" => AbiCoder.Word(books.VotingAccount(token.Address, Account)?.Tokens ?? 0),
            "delegates(address)" => AbiCoder.Word(
                books.VotingAccount(token.Address, Account)?.Delegate ?? EvmAddress.Zero
            ),
            "decimals()" => AbiCoder.Word(18),
            _ => AskClock(token),
        };

    private byte[] AskClock(VotesToken token) =>
        Function switch
        {
            "clock()" => AbiCoder.Word(Now(token)),
            "CLOCK_MODE()" => Text(token.ClockMode),
            _ => throw Reverted(),
        };

    private byte[] AskTimelock(Timelock timelock) =>
        (Function, timelock.GracePeriod) switch
        {
            ("GRACE_PERIOD()", { } grace) => AbiCoder.Word(grace),
            ("delay()", not null) or ("getMinDelay()", null) => AbiCoder.Word(timelock.Delay),
            _ => throw Reverted(),
        };

    private GovernorProposalBook? Proposal(GovernorContract governor) => books.Proposal(governor, Argument(0));

    private EvmAddress Account => new("0x" + Argument(0).ToString("x40", CultureInfo.InvariantCulture)[^40..]);

    private BigInteger Argument(int place)
    {
        var start = SelectorLength + (WordLength * place);
        return data.Length >= start + WordLength
            ? BigInteger.Parse(
                string.Concat("0", data.AsSpan(start, WordLength)),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            )
            : throw Reverted();
    }

    private long Now(VotesToken token) => token.Clock(books.Height, books.Time);

    /// <summary>A time that has passed; of others tokens tell nothing.</summary>
    private long Past(VotesToken token, BigInteger at) => at < Now(token) ? (long)at : throw Reverted();

    private static byte[] Text(string text) => AbiCoder.Encode(["string"], [text]);

    private static RpcException Reverted() => new(3, "execution reverted");
}
