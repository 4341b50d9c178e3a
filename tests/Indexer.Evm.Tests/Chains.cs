using Indexer.Addresses;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm.Tests;

internal static class Chains
{
    public static readonly IReadOnlyList<AccountId> Contracts = [EvmAddress.Parse(FakeChain.Contract)];

    public static EvmChain Of(IRpcClient node, int firstRange = 50) =>
        new(
            node,
            new EvmOptions
            {
                FinalizedDepth = 20,
                FirstRange = firstRange,
                MaxRange = 100,
                ConsistencyAttempts = 3,
                ConsistencyDelay = TimeSpan.Zero,
            }
        );
}
