using Indexer.Simulator.Ethereum.Governors;

namespace Indexer.Simulator.Ethereum;

/// <summary>Runs Ethereum's story block by block and seals the blocks.</summary>
internal sealed class EthereumBuilder(
    ulong seed,
    WorldSize size,
    int lastBlock,
    IReadOnlyList<SnapshotEntry> khala,
    IReadOnlyList<SnapshotEntry> phala,
    IReadOnlyList<Fork> forks
)
{
    public EthereumChain Build()
    {
        var records = new EthereumRecords();
        var vault = new VaultContract();
        var people = Cast.Of(seed, size.Accounts);
        var governors = new GovernorStory(seed, size, people, records);
        var story = new EthereumStory(
            seed,
            people,
            vault,
            new("khala", Addresses.KhalaClaimer, khala),
            new("phala", Addresses.PhalaClaimer, phala)
        );
        var plan = EthereumScript.Write(seed, size, lastBlock);
        var votes = GovernorScript.Write(seed, size, lastBlock);
        foreach (var fork in forks)
        {
            plan.Apply(fork);
            votes.Apply(fork);
        }
        var genesis = new EthereumBlock(0, new byte[32], StoryDates.Ethereum.At(0, size.EthereumBlocks), seed, [], []);
        List<EthereumBlock> blocks = [genesis];
        for (var height = 1L; height <= lastBlock; height++)
        {
            var run = new EthereumRun(records, height, StoryDates.Ethereum.At(height, size.EthereumBlocks));
            governors.Turn(run);
            foreach (var (kind, identity) in plan.At(height))
            {
                story.Play(run, kind, identity);
            }
            foreach (var (kind, identity) in votes.At(height))
            {
                governors.Play(run, kind, identity);
            }
            records.Vault.Set(0, height, vault.Book(run.Time));
            blocks.Add(new(height, blocks[^1].Hash, run.Time, Salt(height), run.Transactions, run.Logs));
        }
        return new(blocks, records);
    }

    private ulong Salt(long height) =>
        forks.Where(fork => fork.Height < height).Aggregate(seed, (sum, fork) => Prng.Mix(sum, fork.Salt));
}
