using System.Globalization;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>Governors of several kinds on a node: the index holds after every block what the contracts say after it.</summary>
public sealed class GovernorTests
{
    private const int SlotsInAnEpoch = 8;
    private const int DeepestFork = 2 * SlotsInAnEpoch;
    private static readonly string[] AllStatuses =
    [
        "Active",
        "Cancelled",
        "Executed",
        "Expired",
        "Passed",
        "Pending",
        "Queued",
        "Rejected",
    ];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task After_every_block_the_index_holds_what_the_contracts_say(bool byTime, int seed)
    {
        await using var node = await StartAsync();
        var lab = await GovernanceLab.DeployAsync(node, byTime);
        var life = new GovernanceLife(lab, seed);
        await life.BeginAsync();
        await life.EdgesAsync();
        await life.GoOnAsync(40);
        await life.ChangeTimelockAsync();
        await node.MineAsync(DeepestFork);
        await using var index = await ChainIndex.CreateAsync();
        var end = await index.RunAsync(lab.Network);
        Assert.Equal((IngestionState.Live, null), (end.State, end.Reason));

        var oracle = new GovernorOracle(lab, index);
        var seen = await oracle.CompareAsync();
        Assert.Equal(AllStatuses, seen.Keys.Order(StringComparer.Ordinal));
        await oracle.CompareTermsAsync();
        await oracle.CompareTokenAsync();
        Assert.InRange(await oracle.CompareOwnPartsAsync(), 20, int.MaxValue);
        await NothingDiffersAsync(index);
        await EdgesEndedAsTheyMustAsync(lab, index);
        await TheForgottenProposalIsCancelledAsync(lab, index);
        TestContext.Current.SendDiagnosticMessage(
            string.Join(", ", seen.Select(entry => $"{entry.Key} {entry.Value}"))
        );
    }

    [Fact]
    public async Task The_clock_of_a_call_is_its_block()
    {
        await using var node = await StartAsync();
        var lab = await GovernanceLab.DeployAsync(node, byTime: false);
        var oracle = new Indexer.Evm.EvmChain(node.Rpc, new Indexer.Evm.EvmOptions());
        var clock = Indexer.Evm.Abi.AbiFunction.Parse("clock() view returns (uint48)");
        await node.MineAsync(3);
        for (var height = 1L; height <= 10; height++)
        {
            var told = (await oracle.CallAsync(lab.Token, clock, [], height))[0];
            Assert.Equal(height, (long)(System.Numerics.BigInteger)told);
        }
    }

    [Theory]
    [InlineData(false, 11)]
    [InlineData(true, 12)]
    public async Task After_forks_the_index_equals_that_of_a_fresh_run_and_the_contracts(bool byTime, int seed)
    {
        await using var node = await StartAsync();
        var lab = await GovernanceLab.DeployAsync(node, byTime);
        var life = new GovernanceLife(lab, seed);
        await life.BeginAsync();
        await life.GoOnAsync(20);
        await using var index = await ChainIndex.CreateAsync();
        await using (var following = index.Follow(lab.Network))
        {
            var random = new Random(seed);
            for (var fork = 0; fork < 12; fork++)
            {
                if (random.Next(2) == 0)
                {
                    await following.UntilHeadAsync(node);
                }

                var depth = random.Next(1, DeepestFork);
                await node.ReorgAsync(
                    depth,
                    Enumerable.Range(0, random.Next(8)).Select(_ => (life.Next(), random.Next(depth)))
                );
                await life.GoOnAsync(random.Next(1, 5));
            }

            await node.MineAsync(DeepestFork);
            await following.UntilHeadAsync(node);
        }

        var oracle = new GovernorOracle(lab, index);
        await oracle.CompareAsync();
        await oracle.CompareTokenAsync();
        await oracle.CompareOwnPartsAsync();
        await NothingDiffersAsync(index);
        await EqualsFreshRunAsync(index, lab);
    }

    private static Task<AnvilNode> StartAsync() =>
        AnvilNode.StartAsync("--slots-in-an-epoch", $"{SlotsInAnEpoch}", "--timestamp", "1764000000");

    private static async Task NothingDiffersAsync(ChainIndex index)
    {
        var compared = await index.RowsAsync<Reconciliation>();
        Assert.NotEmpty(compared);
        Assert.All(compared, row => Assert.Equal((Pha.Zero, null), (row.Difference, row.Reason)));
        Assert.Equal(
            [
                ReconciliationCheck.Ayes,
                ReconciliationCheck.Nays,
                ReconciliationCheck.Abstains,
                ReconciliationCheck.Status,
            ],
            compared.Select(row => row.Check).Distinct().Order()
        );
    }

    /// <summary>The scripted proposals of the governor with the timelock, in the order in which they were made.</summary>
    private static async Task EdgesEndedAsTheyMustAsync(GovernanceLab lab, ChainIndex index)
    {
        var states = (await index.StateAsync<ProposalState>()).ToDictionary(row => row.ProposalId);
        var made = (await index.RowsAsync<Proposal>()).Where(row => row.Space == lab.Timelocked.ToString());
        var ends = made.OrderBy(row => row.Height)
            .ThenBy(row => row.Index)
            .Take(6)
            .Select(row => states[row.Id].Status)
            .ToList();
        Assert.Equal(
            [
                ProposalStatus.Rejected,
                ProposalStatus.Executed,
                ProposalStatus.Rejected,
                ProposalStatus.Cancelled,
                // Carried out in the timelock alone, and forgotten with it.
                ProposalStatus.Cancelled,
                ProposalStatus.Cancelled,
            ],
            ends
        );
        var events = await index.RowsAsync<ProposalEvent>();
        var alone = made.OrderBy(row => row.Height).ThenBy(row => row.Index).ElementAt(4).Id;
        Assert.Equal(
            [ProposalEventKind.Executed, ProposalEventKind.Cancelled],
            events.Where(row => row.ProposalId == alone).OrderBy(row => row.Height).Select(row => row.Kind).TakeLast(2)
        );
        Assert.Contains(events, row => row.Kind == ProposalEventKind.Extended);
        Assert.Contains(events, row => row is { Kind: ProposalEventKind.Started, Index: -1 });
        Assert.All(
            (await index.RowsAsync<ProposalText>()).Where(row => row.Body!.StartsWith('#')),
            row => Assert.StartsWith("Proposal ", row.Title!, StringComparison.Ordinal)
        );
        Assert.All(
            await index.RowsAsync<Proposal>(),
            row =>
                Assert.Equal(
                    string.Create(CultureInfo.InvariantCulture, $"governor/{row.Space}/{row.NativeId}"),
                    row.Id
                )
        );
    }

    private static async Task TheForgottenProposalIsCancelledAsync(GovernanceLab lab, ChainIndex index)
    {
        var made = (await index.RowsAsync<Proposal>())
            .Where(row => row.Space == lab.Timelocked.ToString())
            .OrderBy(row => row.Height)
            .TakeLast(2)
            .Select(row => row.Id)
            .ToList();
        var steps = (await index.RowsAsync<ProposalEvent>())
            .OrderBy(row => row.Height)
            .ThenBy(row => row.Index)
            .ToLookup(row => row.ProposalId, row => row.Kind);
        Assert.Equal(
            [
                ProposalEventKind.Proposed,
                ProposalEventKind.Started,
                ProposalEventKind.Passed,
                ProposalEventKind.Queued,
                ProposalEventKind.Cancelled,
            ],
            steps[made[0]].Where(kind => kind != ProposalEventKind.Extended)
        );
        Assert.Equal(ProposalEventKind.Executed, steps[made[1]].Last());
    }

    private static async Task EqualsFreshRunAsync(ChainIndex index, GovernanceLab lab)
    {
        await using var fresh = await ChainIndex.CreateAsync();
        await using (var following = fresh.Follow(lab.Network))
        {
            await following.UntilHeadAsync(lab.Node);
        }

        var expected = await fresh.DumpAsync();
        var actual = await index.DumpAsync();
        Assert.Empty(actual.Except(expected, StringComparer.Ordinal));
        Assert.Equal(expected, actual);
        Assert.Contains(actual, line => line.StartsWith("proposal_event ", StringComparison.Ordinal));
    }
}
