using Indexer.Domain;
using Indexer.Ingestion;
using Indexer.Simulator;
using Indexer.Simulator.Snapshot;
using EvmAddress = Indexer.Addresses.EvmAddress;

namespace Indexer.Host.Commands;

/// <summary>The simulated networks as settings of their ingestion.</summary>
internal static class SimulatedWorld
{
    public static IReadOnlyList<NetworkSettings> Networks(World world, SimulatorServer server) =>
        [
            Parachain(world.Khala, server),
            Parachain(world.Phala, server),
            Ethereum(world.Ethereum, server),
            Space(server),
        ];

    private static NetworkSettings Parachain(SimulatedParachain chain, SimulatorServer server) =>
        new()
        {
            Name = chain.Name,
            Kind = NetworkKind.Substrate,
            Endpoints = [server.WebSocket(chain.Name)],
            GenesisHash = Convert.FromHexString(chain.HashAt(0).AsSpan(2)),
            LastBlock = chain.LastBlock,
        };

    private static NetworkSettings Ethereum(SimulatedEthereum chain, SimulatorServer server) =>
        new()
        {
            Name = chain.Name,
            Kind = NetworkKind.Evm,
            Endpoints = [server.Http(chain.Name)],
            ChainId = (long)SimulatedEthereum.ChainId,
            SegmentBlocks = 1_000,
            PollInterval = TimeSpan.FromSeconds(1),
            BlockTime = TimeSpan.FromMilliseconds(
                (chain.TimeAt(chain.LastBlock) - chain.TimeAt(0)) / (ulong)chain.LastBlock
            ),
            Contracts = new[]
            {
                (SimulatedEthereum.Vault, "pha-vault"),
                (SimulatedEthereum.KhalaClaimer, "khala-claimer"),
                (SimulatedEthereum.PhalaClaimer, "phala-claimer"),
                (SimulatedEthereum.BlockVotes, "votes-token"),
                (SimulatedEthereum.BlockGovernor, "governor"),
                (SimulatedEthereum.BlockTimelock, "timelock"),
                (SimulatedEthereum.TimeVotes, "votes-token"),
                (SimulatedEthereum.TimeGovernor, "governor"),
            }.ToDictionary(contract => EvmAddress.Parse(contract.Item1.ToString()), contract => contract.Item2),
        };

    private static NetworkSettings Space(SimulatorServer server) =>
        new()
        {
            Name = SimulatedSpace.Name,
            Kind = NetworkKind.Snapshot,
            Space = SimulatedSpace.Id,
            Endpoints = [server.Http(SimulatedSpace.Name)],
            RequestsPerMinute = 60_000,
            PollInterval = TimeSpan.FromSeconds(1),
        };
}
