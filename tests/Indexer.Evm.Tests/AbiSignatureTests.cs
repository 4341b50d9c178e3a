using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Evm.Abi;
using Indexer.TestKit;

namespace Indexer.Evm.Tests;

public sealed class AbiSignatureTests
{
    private static readonly string[] Events =
    [
        "Transfer(address indexed from, address indexed to, uint256 value)",
        "Approval(address indexed owner, address indexed spender, uint256 value)",
        "Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)",
        "Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)",
        "Claimed(address indexed caller, address indexed receiver, address indexed owner, uint256 assets)",
        "RewardsSettled(uint256 checkpointTime, uint256 rewards, uint256 totalAssets)",
        "TreasurySettled(uint256 checkpointTime, uint256 treasuryRewards, uint256 treasuryAssets)",
        "TreasuryAssetsClaimed(address indexed receiver, uint256 assets)",
        "RewardRateUpdated(uint256 oldRewardRate, uint256 newRewardRate)",
        "UnlockPeriodUpdated(uint256 oldUnlockPeriod, uint256 newUnlockPeriod)",
        "MaxUnlockRequestsUpdated(uint256 oldMaxUnlockRequests, uint256 newMaxUnlockRequests)",
        "TreasuryRatioUpdated(uint256 oldTreasuryRatio, uint256 newTreasuryRatio)",
        "Paused(address account)",
        "Initialized(uint64 version)",
        "Claimed(address indexed user, uint256 free, uint256 staked, address receiver)",
        "ClaimedAndBridged(address indexed user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver)",
        "Deposited(uint256 free, uint256 staked)",
        "SignerSet(address indexed signer)",
        "ERC20BridgeInitiated(address indexed localToken, address indexed remoteToken, address indexed from, address to, uint256 amount, bytes extraData)",
        "ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 voteStart, uint256 voteEnd, string description)",
        "VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)",
        "Strange(tuple(uint a, (bytes3, int8[2][])[] b)[2] x, address payable y, uint)",
    ];

    private static readonly string[] Functions =
    [
        "totalAssets() view returns (uint256)",
        "balanceOf(address owner) external view returns (uint256)",
        "convertToAssets(uint shares) public view returns (uint assets)",
        "unlockRequests(address owner) view returns (tuple(address receiver, uint256 assets, uint256 startTime)[] requests)",
        "cancelUnlockRequest(uint256 index, address receiver)",
        "bridgeConfig() view returns (address l1Bridge, address l2Token, uint32 minGasLimit)",
    ];

    [Fact]
    public async Task Signatures_topics_and_selectors_are_those_of_ethers()
    {
        var input = JsonSerializer.Serialize(
            new
            {
                events = Events,
                functions = Functions,
                texts = Array.Empty<string>(),
                addresses = Array.Empty<string>(),
            }
        );

        var names = JsonNode.Parse(
            await NodePackages.RunAsync("abi-names.mjs", input, TestContext.Current.CancellationToken)
        )!;

        Assert.Equal(
            names["events"]!.AsArray().Select(e => ((string)e!["signature"]!, (string)e["topic0"]!)),
            Events.Select(AbiEvent.Parse).Select(e => (e.Signature, "0x" + Convert.ToHexStringLower(e.Topic0)))
        );
        Assert.Equal(
            names["functions"]!.AsArray().Select(selector => (string)selector!),
            Functions.Select(AbiFunction.Parse).Select(f => "0x" + Convert.ToHexStringLower(f.Selector))
        );
    }

    // Known without any tool: these stand on every block explorer.
    [Theory]
    [InlineData(0, "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")]
    [InlineData(2, "0xdcbc1c05240f31ff3ad067ef1ee35ce4997762752e3a095284754544f4c709d7")]
    [InlineData(3, "0xfbde797d201c681b91056529119e0b02407c7bb96a4a2c75c01fc9667232c8db")]
    public void Well_known_events_have_their_well_known_topics(int index, string topic0) =>
        Assert.Equal(topic0, "0x" + Convert.ToHexStringLower(AbiEvent.Parse(Events[index]).Topic0));

    [Fact]
    public void Spelling_that_solidity_allows_does_not_matter()
    {
        var plain = AbiEvent.Parse("Transfer(address indexed from,address indexed to,uint256 value)");
        var written = AbiEvent.Parse(
            " event  Transfer ( address  indexed from , address indexed to,\n uint value ) ; "
        );

        Assert.Equal(plain.Topic0, written.Topic0);
        Assert.Equal(["from", "to", "value"], written.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([true, true, false], written.Parameters.Select(parameter => parameter.IsIndexed));
    }

    [Fact]
    public void Parameters_without_a_name_are_named_by_position() =>
        Assert.Equal(
            ["0", "to", "2"],
            AbiEvent.Parse("E(address indexed, address to, uint)").Parameters.Select(p => p.Name)
        );

    [Theory]
    [InlineData("", "name is missing")]
    [InlineData("Transfer", "'(' is expected")]
    [InlineData("Transfer(", "'(' is expected")]
    [InlineData("Transfer(address", "')' is expected")]
    [InlineData("Transfer(adress a)", "'adress' is not a type")]
    [InlineData("Transfer(uint7 a)", "'uint7' is not a type")]
    [InlineData("Transfer(uint264 a)", "'uint264' is not a type")]
    [InlineData("Transfer(uint08 a)", "'uint08' is not a type")]
    [InlineData("Transfer(bytes33 a)", "'bytes33' is not a type")]
    [InlineData("Transfer(bytes0 a)", "'bytes0' is not a type")]
    [InlineData("Transfer(uint[0] a)", "'0' is not a length")]
    [InlineData("Transfer(uint[-1] a)", "']' is expected")]
    [InlineData("Transfer(uint[99999999999] a)", "is not a length")]
    [InlineData("Transfer(uint[999999999] a)", "larger than")]
    [InlineData("Transfer(uint[1000][1000][1000] a)", "larger than")]
    [InlineData("Transfer(() a)", "tuple is empty")]
    [InlineData("Transfer(uint a) anonymous", "'a' at character")]
    [InlineData("Transfer(uint a, uint a)", "same name")]
    [InlineData("E(uint indexed a, uint indexed b, uint indexed c, uint indexed d)", "more than 3")]
    public void What_is_no_declaration_is_refused_with_the_place(string declaration, string problem) =>
        Assert.Contains(problem, Assert.Throws<AbiException>(() => AbiEvent.Parse(declaration)).Message);

    [Fact]
    public void Deep_nesting_is_refused_before_the_stack_ends()
    {
        Assert.Throws<AbiException>(() => AbiEvent.Parse("E" + new string('(', 5_000)));
        Assert.Throws<AbiException>(() =>
            AbiEvent.Parse("E(uint" + string.Concat(Enumerable.Repeat("[]", 4_000)) + " a)")
        );
        Assert.Throws<AbiException>(() => AbiEvent.Parse("E(" + new string(' ', 100_000) + ")"));
    }

    [Fact]
    public void Calls_are_encoded_word_by_word()
    {
        var function = AbiFunction.Parse("f(uint8 a, int16 b, address c, bool d, bytes4 e)");
        var address = EvmAddress.Parse("0x21d6eC8fc14CaAcc55aFA23cBa66798DAB3a0ec0");

        var data = function.Encode(255, -2L, address, true, new byte[] { 1, 2, 3, 4 });

        Assert.Equal(
            Convert.ToHexStringLower(function.Selector)
                + "ff".PadLeft(64, '0')
                + "fe".PadLeft(64, 'f')
                + "21d6ec8fc14caacc55afa23cba66798dab3a0ec0".PadLeft(64, '0')
                + "1".PadLeft(64, '0')
                + "01020304".PadRight(64, '0'),
            Convert.ToHexStringLower(data)
        );
        Assert.Throws<AbiException>(() => function.Encode(256, 0, address, true, new byte[4]));
        Assert.Throws<AbiException>(() => function.Encode(-1, 0, address, true, new byte[4]));
        Assert.Throws<AbiException>(() => function.Encode(0, 32768, address, true, new byte[4]));
        Assert.Throws<AbiException>(() => function.Encode(0, 0, new AccountId(new byte[32]), true, new byte[4]));
        Assert.Throws<AbiException>(() => function.Encode(0, 0, address, true, new byte[5]));
        Assert.Throws<AbiException>(() => function.Encode(0, 0, address, true));
    }

    [Fact]
    public void A_call_that_returned_nothing_is_told_by_name()
    {
        var error = Assert.Throws<AbiException>(() => AbiFunction.Parse(Functions[0]).Decode([]));

        Assert.Contains("totalAssets returned 0 bytes", error.Message);
    }
}
