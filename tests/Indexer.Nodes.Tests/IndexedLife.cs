using Indexer.Domain;
using Indexer.Ingestion;

namespace Indexer.Nodes.Tests;

/// <summary>A random life on a node of its own, indexed to the finalized head.</summary>
public sealed class IndexedLife : IAsyncDisposable
{
    private const int SlotsInAnEpoch = 4;

    private IndexedLife(PhalaLab lab, ChainIndex index, IngestionProgress end) => (Lab, Index, End) = (lab, index, end);

    public PhalaLab Lab { get; }

    public ChainIndex Index { get; }

    /// <summary>How the ingestion ended.</summary>
    public IngestionProgress End { get; }

    /// <summary>The finalized height, which is where the index ends.</summary>
    public long Height => End.Cursor!.Height;

    public static async Task<IndexedLife> PlayAsync(int seed)
    {
        var node = await AnvilNode.StartAsync("--timestamp", "1736539223", "--slots-in-an-epoch", $"{SlotsInAnEpoch}");
        var lab = await PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 500, holders: 4);
        var life = new Life(lab, seed);
        await life.BeginAsync();
        await life.GoOnAsync(60);
        await node.MineAsync(2 * SlotsInAnEpoch);
        await life.GoOnAsync(4);
        var index = await ChainIndex.CreateAsync();
        return new IndexedLife(lab, index, await index.RunAsync(ChainIndex.Network(lab)));
    }

    /// <summary>The logs of the vault in the index's range, decoded by ethers.</summary>
    public async Task<List<DecodedLog>> VaultLogsAsync(params string[] names) =>
        [
            .. (await DecodedLog.ReadAsync(Lab, Height)).Where(log =>
                log.Contract == Lab.Vault && (names.Length == 0 || names.Contains(log.Name, StringComparer.Ordinal))
            ),
        ];

    public async Task<PoolState> PoolAsync() => Assert.Single(await Index.StateAsync<PoolState>());

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        await Lab.Node.DisposeAsync();
    }
}
