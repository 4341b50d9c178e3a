using Indexer.Domain;
using Indexer.Evm;
using Indexer.Handlers;
using Indexer.Ingestion;
using Indexer.JsonRpc;
using Indexer.Snapshot;
using Microsoft.Extensions.Logging;

namespace Indexer.Host.Running;

/// <summary>Indexes networks side by side; one that stops does not disturb the others.</summary>
/// <param name="database">Where they go.</param>
/// <param name="progress">Told of every step.</param>
/// <param name="loggers">For people who run it.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class IngestionRun(
    IngestionDatabase database,
    IProgress<IngestionProgress> progress,
    ILoggerFactory loggers,
    TimeProvider timeProvider
)
{
    private const int ConsistencyAttempts = 5;
    private static readonly TimeSpan ConsistencyDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>Indexes all networks until they end or the caller ends them.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="untilHead">Ends each at its finalized head.</param>
    /// <param name="cancellationToken">Ends after rolling back what is not committed.</param>
    public Task<NetworkOutcome[]> RunAsync(
        IReadOnlyList<NetworkSettings> networks,
        bool untilHead,
        CancellationToken cancellationToken
    ) => Task.WhenAll(networks.Select(network => RunAsync(network, untilHead, cancellationToken)));

    private async Task<NetworkOutcome> RunAsync(
        NetworkSettings network,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        var start = timeProvider.GetTimestamp();
        var last =
            network.Kind == NetworkKind.Snapshot
                ? await IndexSpaceAsync(network, untilHead, cancellationToken)
                : await IndexChainAsync(network, untilHead, cancellationToken);
        return new NetworkOutcome(last, timeProvider.GetElapsedTime(start));
    }

    private async Task<IngestionProgress> IndexChainAsync(
        NetworkSettings network,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        await using var source = Source(network);
        var ingestion = new NetworkIngestion(
            network,
            source,
            network.Kind == NetworkKind.Evm
                ? new EvmBlockHandler(network.Handlers ?? HandlerCatalog.Evm)
                : new SubstrateBlockHandler(HandlerCatalog.Substrate, network.InitialState is not null),
            database,
            progress,
            timeProvider,
            loggers.CreateLogger<NetworkIngestion>()
        );
        return await ingestion.RunAsync(untilHead, cancellationToken);
    }

    private async Task<IngestionProgress> IndexSpaceAsync(
        NetworkSettings network,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        using var hub = Hub(network, timeProvider, loggers);
        var ingestion = new SnapshotIngestion(
            network,
            hub,
            HandlerCatalog.Spaces,
            database,
            progress,
            timeProvider,
            loggers.CreateLogger<SnapshotIngestion>()
        );
        return await ingestion.RunAsync(untilHead, cancellationToken);
    }

    /// <summary>The hub of a space.</summary>
    public static SnapshotHub Hub(NetworkSettings network, TimeProvider time, ILoggerFactory loggers) =>
        new(
            network.Space!,
            new SnapshotOptions
            {
                Endpoints = network.Endpoints,
                ApiKey = network.ApiKey,
                RequestsPerMinute = network.RequestsPerMinute,
                TimeProvider = time,
            },
            loggers
        );

    private IChainSource Source(NetworkSettings network)
    {
        var rpc = RpcClient.Create(
            new RpcClientOptions { Endpoints = network.Endpoints, TimeProvider = timeProvider },
            loggers
        );
        return network.Kind == NetworkKind.Evm
            ? new EvmSource(
                network,
                rpc,
                network.Handlers ?? HandlerCatalog.Evm,
                new EvmOptions { TimeProvider = timeProvider }
            )
            : new SubstrateSource(
                network,
                rpc,
                HandlerCatalog.Substrate,
                new ConsistentQuestions(rpc, ConsistencyAttempts, ConsistencyDelay, timeProvider)
            );
    }
}
