using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests;

/// <summary>
/// Three equal deposits of 10 shares. The first fails on the L2 and is relayed again after the second arrived; the third is on its way.
/// </summary>
public sealed class EqualTransferTests
{
    [Theory]
    [InlineData(true, "20 40 COMPLETED,21 35 COMPLETED,22  IN_FLIGHT")]
    [InlineData(false, "20 35 COMPLETED,21 40 COMPLETED,22  IN_FLIGHT")]
    public async Task Messages_tell_equal_transfers_apart_and_without_them_the_order_does(bool named, string expected)
    {
        await using var index = new EqualTransfers { Named = named };
        await index.InitializeAsync();
        Assert.Equal(expected, await TransfersAsync(index));
        var holder = (
            await index.AskAsync(
                "query ($address: Address!) { holder(address: $address) { stakedValue positions { nodes { shares } } } }",
                new { address = EvmAddress.Format(BridgeStory.Carl) }
            )
        ).GetProperty("holder");
        Assert.Equal(
            ("30", "20"),
            (holder.Text("stakedValue"), holder.GetProperty("positions").Texts("shares").Single())
        );
    }

    [Fact]
    public async Task Until_the_failed_one_arrives_it_is_the_one_that_failed()
    {
        await using var index = new EqualTransfers { Named = true };
        await index.InitializeAsync();
        await index.RevertAsync("phala-l2", 35);
        Assert.Equal("20  FAILED,21 35 COMPLETED,22  IN_FLIGHT", await TransfersAsync(index));
    }

    private static async Task<string> TransfersAsync(SampleIndex index)
    {
        var data = await index.AskAsync("{ bridgeTransfers { nodes { sentHeight receivedHeight state } } }");
        return string.Join(
            ',',
            data.GetProperty("bridgeTransfers")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node =>
                    $"{node.GetProperty("sentHeight")} {node.GetProperty("receivedHeight")} {node.Text("state")}"
                )
        );
    }

    private sealed class EqualTransfers : SampleIndex
    {
        /// <summary>Whether the messengers are indexed.</summary>
        public bool Named { get; init; }

        private protected override async Task TellAsync(IndexerDbContext context, LedgerWriter writer)
        {
            context.Add(
                new Network
                {
                    Name = "phala-l2",
                    Kind = NetworkKind.Evm,
                    ChainId = 2035,
                    StartBlock = 1,
                    L1 = "ethereum",
                }
            );
            await context.SaveChangesAsync();
            var ethereum = new Chain(writer, "ethereum", Story.Start);
            await ethereum.BlockAsync(
                10,
                BridgeStory.Pool(Story.VaultId, PoolKind.Erc4626, BridgeStory.Vault),
                BridgeStory.Shares(Story.VaultId, BridgeStory.Ann, StakeEventKind.Deposit, 100, 100)
            );
            foreach (var number in new[] { 1, 2, 3 })
            {
                await ethereum.BlockAsync(
                    19 + number,
                    [
                        .. BridgeStory.Leave(
                            ethereum,
                            19 + number,
                            BridgeStory.Ann,
                            BridgeStory.Carl,
                            10,
                            1,
                            Hash(number),
                            number
                        ),
                    ]
                );
            }

            var l2 = new Chain(writer, "phala-l2", Story.Start);
            await l2.BlockAsync(
                30,
                BridgeStory.Pool(BridgeStory.TokenId, PoolKind.BridgedShares, BridgeStory.Token),
                new PoolChange(BridgeStory.TokenId, pool => pool with { BackingPoolId = Story.VaultId }),
                new StateChange(
                    new BridgeFailure
                    {
                        MessageHash = Chain.HashOf(201),
                        FailedHeight = 30,
                        FailedTime = BridgeStory.Time(30),
                        FailedTransaction = Chain.HashOf(230),
                    }
                )
            );
            await ArriveAsync(l2, 35, number: 1, message: 2);
            await ArriveAsync(l2, 40, number: 2, message: 1);
        }

        private Task ArriveAsync(Chain l2, long height, int number, int message) =>
            l2.BlockAsync(
                height,
                BridgeStory.Shares(BridgeStory.TokenId, BridgeStory.Carl, StakeEventKind.BridgeIn, 10),
                new StateChange(
                    BridgeStory.Row(
                        height,
                        BridgeDirection.Deposit,
                        BridgeSide.Finalized,
                        BridgeStory.Ann,
                        BridgeStory.Carl,
                        10,
                        1
                    ) with
                    {
                        Number = number,
                        MessageHash = Hash(message),
                    }
                )
            );

        private byte[]? Hash(int message) => Named ? Chain.HashOf(200 + message) : null;
    }
}
