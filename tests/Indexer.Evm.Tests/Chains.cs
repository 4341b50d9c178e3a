using Indexer.Addresses;
using Indexer.JsonRpc;

namespace Indexer.Evm.Tests;

internal static class Chains
{
    public static readonly EvmLogFilter Filter = new(
        [EvmAddress.Parse(FakeChain.Contract)],
        [Convert.FromHexString(FakeChain.Topic.AsSpan(2))]
    );

    public static EvmChain Of(IRpcClient node, int firstRange = 50) =>
        new(
            node,
            new EvmOptions
            {
                SafeDepth = 10,
                FinalizedDepth = 20,
                FirstRange = firstRange,
                MaxRange = 100,
                ConsistencyAttempts = 3,
                ConsistencyDelay = TimeSpan.Zero,
            }
        );
}
