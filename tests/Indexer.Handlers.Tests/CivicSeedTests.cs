using Indexer.Handlers.Tests.Kit;
using Indexer.Simulator;
using Indexer.TestKit.Governance;

namespace Indexer.Handlers.Tests;

/// <summary>
/// Governance of many simulated chains against their own books. A few seeds run each time; CIVIC_SEEDS names a range for a long
/// run: <c>CIVIC_SEEDS=1-2000 dotnet test tests/Indexer.Handlers.Tests --filter CivicSeed</c>.
/// </summary>
public abstract class CivicSeedTests(Func<World, SimulatedParachain> chainOf)
{
    private const int Stride = 19;

    /// <summary>The first few, and those that once told of a defect.</summary>
    public static TheoryData<ulong> Seeds =>
        [.. CivicSeeds.OrElse(1, 2, 3, 4, 5, 6, 47, 89, 91, 919, 1131, 1642, 1679)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_index_is_what_the_chain_says_adds_up_and_survives_a_revert(ulong seed)
    {
        var chain = chainOf(World.Create(seed, WorldSize.Assembly));
        var index = await MemoryIndex.ReadAsync(chain);
        index.IndexFrom(0);
        var model = index.Governance;
        for (var height = chain.LastBlock - (long)(seed % Stride); height >= 0; height -= Stride)
        {
            GovernanceComparison.Check(seed, chain, height, model);
        }

        var before = index.Everything();
        var fork = (long)(seed * 7919 % (ulong)chain.LastBlock);
        index.RevertTo(fork);
        index.IndexFrom(fork + 1);
        before.SymmetricExceptWith(index.Everything());
        Assert.True(
            before.Count == 0,
            $"Seed {seed}, {chain.Name}: a revert to block {fork} changed\n{string.Join('\n', before.Take(20))}"
        );
    }
}
