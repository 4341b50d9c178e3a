using Indexer.Domain;
using Indexer.Handlers;
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
            PhalaL2(world.PhalaL2, server),
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
        Evm(
            chain,
            server,
            SimulatedEthereum.ChainId,
            (SimulatedEthereum.Vault, "pha-vault"),
            (SimulatedEthereum.KhalaClaimer, "khala-claimer"),
            (SimulatedEthereum.PhalaClaimer, "phala-claimer"),
            (SimulatedEthereum.L1Bridge, "l1-standard-bridge"),
            (SimulatedEthereum.Portal, "optimism-portal"),
            (SimulatedEthereum.L1Messenger, "l1-cross-domain-messenger"),
            (SimulatedEthereum.BlockVotes, "votes-token"),
            (SimulatedEthereum.BlockGovernor, "governor"),
            (SimulatedEthereum.BlockTimelock, "timelock"),
            (SimulatedEthereum.TimeVotes, "votes-token"),
            (SimulatedEthereum.TimeGovernor, "governor")
        );

    private static NetworkSettings PhalaL2(SimulatedL2 chain, SimulatorServer server) =>
        Evm(
            chain,
            server,
            SimulatedL2.ChainId,
            (SimulatedL2.Token, "bridged-vpha"),
            (SimulatedL2.Bridge, "l2-standard-bridge"),
            (SimulatedL2.MessagePasser, "l2-message-passer"),
            (SimulatedL2.Messenger, "l2-cross-domain-messenger")
        ) with
        {
            L1 = "ethereum",
        };

    private static NetworkSettings Evm(
        SimulatedEvm chain,
        SimulatorServer server,
        ulong chainId,
        params (Simulator.EvmAddress Address, string Role)[] roles
    )
    {
        var contracts = roles.ToDictionary(
            contract => EvmAddress.Parse(contract.Address.ToString()),
            contract => contract.Role
        );
        return new()
        {
            Name = chain.Name,
            Kind = NetworkKind.Evm,
            Endpoints = [server.Http(chain.Name)],
            ChainId = (long)chainId,
            SegmentBlocks = 1_000,
            PollInterval = TimeSpan.FromSeconds(1),
            BlockTime = TimeSpan.FromMilliseconds(
                (chain.TimeAt(chain.LastBlock) - chain.TimeAt(0)) / (ulong)chain.LastBlock
            ),
            Contracts = contracts,
            Labels = [.. ContractLabels.Of(chain.Name, contracts)],
        };
    }

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
