using System.Globalization;
using System.Text.Json;
using Indexer.Evm.Abi;
using Indexer.JsonRpc;
using Indexer.Simulator;
using EvmAddress = Indexer.Simulator.EvmAddress;

namespace Indexer.Nodes.Tests;

/// <summary>
/// The simulator's governors against OpenZeppelin's: every transaction of a simulated story is sent to real contracts at the
/// same addresses, in blocks of the same heights and times. Logs and answers must be the same to the byte.
/// </summary>
public sealed class SimulatedGovernorTests
{
    private const string Network = "ethereum";
    private static readonly EvmAddress[] Contracts =
    [
        SimulatedEthereum.BlockVotes,
        SimulatedEthereum.BlockTimelock,
        SimulatedEthereum.BlockGovernor,
        SimulatedEthereum.TimeVotes,
        SimulatedEthereum.TimeTimelock,
        SimulatedEthereum.TimeGovernor,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Real_contracts_emit_the_same_logs_and_answer_the_same(ulong seed)
    {
        var world = World.Create(seed, WorldSize.Small);
        var chain = world.Ethereum;
        await using var server = await SimulatorServer.StartAsync(world);
        await using var simulated = AnvilNode.Client(server.Http(Network));
        await using var node = await AnvilNode.StartAsync(
            "--timestamp",
            (chain.TimeAt(0) / 1000).ToString(CultureInfo.InvariantCulture),
            "--order",
            "fifo",
            "--chain-id",
            "1"
        );
        await ReplayAsync(chain, simulated, node.Rpc);
        var expected = await LogsAsync(node.Rpc);
        var actual = await LogsAsync(simulated);
        Assert.InRange(actual.Count, 500, int.MaxValue);
        foreach (var (real, played) in expected.Zip(actual))
        {
            Assert.Equal(real, played);
        }

        Assert.Equal(expected.Count, actual.Count);
        await CompareAnswersAsync(chain, simulated, node.Rpc);
    }

    /// <summary>Mines block by block what the simulated blocks have for the governors.</summary>
    private static async Task ReplayAsync(SimulatedEthereum chain, RpcClient simulated, IRpcClient node)
    {
        var creations = new Queue<string>(await CreationsAsync(simulated));
        await node.CallAsync("anvil_autoImpersonateAccount", [true]);
        await node.CallAsync("evm_setAutomine", [false]);
        foreach (var timelock in new[] { SimulatedEthereum.BlockTimelock, SimulatedEthereum.TimeTimelock })
        {
            await node.CallAsync("anvil_setBalance", [timelock.Hex, "0xde0b6b3a7640000"]);
        }

        for (var height = 1L; height <= chain.LastBlock; height++)
        {
            var block = await simulated.CallAsync("eth_getBlockByNumber", [$"0x{height:x}", true]);
            var sent = new List<string>();
            foreach (var transaction in block.GetProperty("transactions").EnumerateArray())
            {
                var (from, to) = (Text(transaction, "from"), Text(transaction, "to"));
                if (!Contracts.Any(contract => contract.Hex == to))
                {
                    continue;
                }

                await node.CallAsync("anvil_setBalance", [from, "0xde0b6b3a7640000000"]);
                var input = Text(transaction, "input");
                var call = new Dictionary<string, string>
                {
                    ["from"] = from,
                    ["data"] = input == "0x" ? creations.Dequeue() : input,
                    ["gas"] = "0x800000",
                };
                if (input != "0x")
                {
                    call["to"] = to;
                }

                sent.Add((await node.CallAsync("eth_sendTransaction", [call])).GetString()!);
            }

            await node.CallAsync("evm_setNextBlockTimestamp", [chain.TimeAt(height) / 1000]);
            await node.CallAsync("evm_mine", []);
            foreach (var hash in sent)
            {
                var receipt = await node.CallAsync("eth_getTransactionReceipt", [hash]);
                Assert.Equal($"0x1 in 0x{height:x}", $"{Text(receipt, "status")} in {Text(receipt, "blockNumber")}");
            }
        }

        Assert.Empty(creations);
    }

    /// <summary>The creation of the contracts in the order of the steward's transactions, with the terms that the simulated ones tell.</summary>
    private static async Task<IReadOnlyList<string>> CreationsAsync(RpcClient simulated)
    {
        var code = await LabContracts.CompileAsync("GovernanceLab.sol");
        var (blocks, seconds) = (SimulatedEthereum.BlockGovernor, SimulatedEthereum.TimeGovernor);
        var extension = (await NumberAsync(blocks, "votingPeriod()")) / 2;
        return
        [
            Create("VotesTokenLab", "(bool byTime)", false),
            Create(
                "TimelockLab",
                "(uint256 minDelay)",
                await NumberAsync(SimulatedEthereum.BlockTimelock, "getMinDelay()")
            ),
            Create(
                "TimelockedGovernorLab",
                "(address token, address timelock, uint48 delay, uint32 period, uint48 extension)",
                Address(SimulatedEthereum.BlockVotes),
                Address(SimulatedEthereum.BlockTimelock),
                await NumberAsync(blocks, "votingDelay()"),
                await NumberAsync(blocks, "votingPeriod()"),
                extension
            ),
            Create("VotesTokenLab", "(bool byTime)", true),
            Create(
                "CompoundTimelockLab",
                "(uint256 delay, uint256 gracePeriod)",
                await NumberAsync(SimulatedEthereum.TimeTimelock, "delay()"),
                await NumberAsync(SimulatedEthereum.TimeTimelock, "GRACE_PERIOD()")
            ),
            Create(
                "ExpiringGovernorLab",
                "(address token, address timelock, uint48 delay, uint32 period)",
                Address(SimulatedEthereum.TimeVotes),
                Address(SimulatedEthereum.TimeTimelock),
                await NumberAsync(seconds, "votingDelay()"),
                await NumberAsync(seconds, "votingPeriod()")
            ),
        ];

        string Create(string contract, string constructor, params object[] arguments) =>
            code[contract]
            + Convert.ToHexStringLower(AbiFunction.Parse("constructor" + constructor).Encode(arguments).AsSpan(4));

        async Task<long> NumberAsync(EvmAddress contract, string view) =>
            Convert.ToInt64(
                (await simulated.CallAsync("eth_call", Call(contract, view, "latest").Parameters)).GetString(),
                16
            );
    }

    private static async Task<List<string>> LogsAsync(IRpcClient rpc)
    {
        var logs = await rpc.CallAsync(
            "eth_getLogs",
            [
                new Dictionary<string, object>
                {
                    ["fromBlock"] = "0x0",
                    ["toBlock"] = "latest",
                    ["address"] = Contracts.Select(contract => contract.Hex).ToArray(),
                },
            ]
        );
        return
        [
            .. logs.EnumerateArray()
                .Select(log =>
                    $"{Text(log, "blockNumber")} {Text(log, "address")} {log.GetProperty("topics").GetRawText()} {Text(log, "data")}"
                ),
        ];
    }

    /// <summary>Asks both sides the same of every proposal after every block, and of tokens and accounts after some.</summary>
    private static async Task CompareAnswersAsync(SimulatedEthereum chain, RpcClient simulated, IRpcClient node)
    {
        var books = chain.Books;
        var questions = new List<RpcRequest>();
        foreach (var proposal in books.Proposals)
        {
            var token = proposal.CountsSeconds ? SimulatedEthereum.TimeVotes : SimulatedEthereum.BlockVotes;
            for (var height = proposal.Height - 1; height <= chain.LastBlock; height++)
            {
                var tag = $"0x{height:x}";
                questions.Add(Call(proposal.Governor, "state(uint256 id)", tag, proposal.Id));
                questions.Add(Call(proposal.Governor, "proposalVotes(uint256 id)", tag, proposal.Id));
                questions.Add(Call(proposal.Governor, "proposalDeadline(uint256 id)", tag, proposal.Id));
                questions.Add(Call(proposal.Governor, "quorum(uint256 at)", tag, proposal.Snapshot));
                questions.Add(Call(token, "getPastTotalSupply(uint256 at)", tag, proposal.Snapshot));
            }

            questions.Add(Call(proposal.Governor, "proposalSnapshot(uint256 id)", "latest", proposal.Id));
            questions.Add(Call(proposal.Governor, "proposalEta(uint256 id)", "latest", proposal.Id));
        }

        foreach (var account in books.VotingAccounts)
        {
            for (var height = 5L; height <= chain.LastBlock; height += 37)
            {
                foreach (var view in new[] { "balanceOf", "getVotes", "delegates" })
                {
                    questions.Add(
                        Call(account.Token, $"{view}(address account)", $"0x{height:x}", Address(account.Account))
                    );
                }
            }
        }

        foreach (var contract in Contracts)
        {
            foreach (
                var view in new[]
                {
                    "CLOCK_MODE()",
                    "COUNTING_MODE()",
                    "clock()",
                    "token()",
                    "timelock()",
                    "totalSupply()",
                    "GRACE_PERIOD()",
                    "votingDelay()",
                    "votingPeriod()",
                    "proposalThreshold()",
                }
            )
            {
                questions.Add(Call(contract, view, "0x40"));
            }
        }

        Assert.InRange(questions.Count, 5_000, int.MaxValue);
        foreach (var chunk in questions.Chunk(400))
        {
            var played = await simulated.BatchAsync(chunk);
            var real = await node.BatchAsync(chunk);
            foreach (var (question, (one, other)) in chunk.Zip(real.Zip(played)))
            {
                var asked = JsonSerializer.Serialize(question.Parameters);
                Assert.Equal($"{asked}: {Answer(one)}", $"{asked}: {Answer(other)}");
            }
        }
    }

    private static string Answer(RpcResult result) => result.Error is null ? result.Value.GetString()! : "reverted";

    private static RpcRequest Call(EvmAddress contract, string function, string tag, params object[] arguments) =>
        new(
            "eth_call",
            new Dictionary<string, string>
            {
                ["to"] = contract.Hex,
                ["data"] = "0x" + Convert.ToHexStringLower(AbiFunction.Parse(function).Encode(arguments)),
            },
            tag
        );

    private static Domain.AccountId Address(EvmAddress address) => Addresses.EvmAddress.Parse(address.Hex);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
