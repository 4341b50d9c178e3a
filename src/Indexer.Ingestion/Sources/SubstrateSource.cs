using System.Runtime.CompilerServices;
using Indexer.Domain;
using Indexer.JsonRpc;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;

namespace Indexer.Ingestion;

/// <summary>Blocks of a Substrate chain.</summary>
/// <param name="settings">The network.</param>
/// <param name="rpc">Its nodes; disposed with the source.</param>
/// <param name="handlers">Which events are wanted, and what they mean.</param>
/// <param name="questions">How often what does not hold together is asked again; not at all when null.</param>
public sealed class SubstrateSource(
    NetworkSettings settings,
    IRpcClient rpc,
    SubstrateHandlers handlers,
    ConsistentQuestions? questions = null
) : IChainSource
{
    private readonly SubstrateChain chain = new(
        rpc,
        handlers.IsWanted,
        handlers.IsWantedCall,
        handlers.FieldNames,
        questions
    );
    private readonly SemaphoreSlim surveying = new(1);
    private long surveyedTo = -1;

    /// <inheritdoc />
    public IReadOnlyList<EndpointStatus> Endpoints => chain.Endpoints;

    /// <inheritdoc />
    public async Task<Network> VerifyAsync(CancellationToken cancellationToken)
    {
        var answers = await chain.GetGenesisHashesAsync(cancellationToken);
        var (genesis, expected) = (answers[0].Value, settings.GenesisHash);
        if (answers.FirstOrDefault(answer => !answer.Value.AsSpan().SequenceEqual(expected ?? genesis)) is { } other)
        {
            throw new WrongChainException(
                $"{settings.Name}: {other.Endpoint} serves the chain with genesis {Hex.Of(other.Value)}, "
                    + (
                        expected is null
                            ? $"{answers[0].Endpoint} that with {Hex.Of(genesis)}."
                            : $"configured is genesisHash {Hex.Of(expected)}."
                    )
            );
        }

        return settings.ToNetwork() with
        {
            GenesisHash = genesis,
        };
    }

    /// <inheritdoc />
    public Task<ChainHeads> GetHeadsAsync(CancellationToken cancellationToken) =>
        chain.GetHeadsAsync(cancellationToken);

    /// <inheritdoc />
    public Task<byte[]?> FindHashAsync(long height, CancellationToken cancellationToken) =>
        chain.GetBlockHashAsync(height, cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChainSegment> ReadAsync(
        long from,
        long to,
        bool allHeaders,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!allHeaders && to > Volatile.Read(ref surveyedTo))
        {
            await SurveyAsync(from, cancellationToken);
        }

        yield return await FetchAsync(from, to, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<EndedChain?> ReadEndAsync(BlockHeader last, CancellationToken cancellationToken)
    {
        var runtime = await chain.GetRuntimeAsync(last.Hash, cancellationToken);
        var storage = new Dictionary<StorageMap, IReadOnlyList<StoredElement>?>();
        foreach (var map in handlers.EndRules.SelectMany(rule => rule.Maps))
        {
            storage[map] = runtime.FindStorage(map.Pallet, map.Entry) is { } entry
                ? await chain.ReadMapAsync(new StorageRead(last.Hash, runtime, entry, map.Keys), cancellationToken)
                : null;
        }

        return new EndedChain(last, runtime, settings.MigrationLegs, storage);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        surveying.Dispose();
        chain.Dispose();
        await rpc.DisposeAsync();
    }

    private async Task<ChainSegment> FetchAsync(long from, long to, CancellationToken cancellationToken)
    {
        IReadOnlyList<SubstrateBlock> blocks;
        using (IngestionTelemetry.Phase(settings.Name, IngestionPhase.Fetch, from, to))
        {
            blocks = await chain.GetBlocksAsync(from, to, cancellationToken);
        }

        List<DecodedSubstrateBlock> decoded;
        using (IngestionTelemetry.Phase(settings.Name, IngestionPhase.Decode, from, to))
        {
            decoded =
            [
                .. blocks.Select(block => new DecodedSubstrateBlock(
                    block,
                    block.Extrinsics.Count == 0 ? [] : Dispatch.In(block).Of(block.Extrinsics)
                )),
            ];
        }

        using (IngestionTelemetry.Phase(settings.Name, IngestionPhase.Fetch, from, to))
        {
            await SupplyAsync(decoded, cancellationToken);
        }

        return new ChainSegment(from, to, blocks[0].Header.ParentHash, blocks[^1].Header, decoded);
    }

    /// <summary>Reads what handlers need of the storage, for all blocks at once.</summary>
    private async Task SupplyAsync(List<DecodedSubstrateBlock> blocks, CancellationToken cancellationToken)
    {
        var needs = blocks
            .SelectMany(block => Needs(block).Select(entry => (Block: block, entry.Of, entry.Need, entry.Read)))
            .ToList();
        if (needs.Count == 0)
        {
            return;
        }

        var values = await chain.ReadStorageAsync([.. needs.Select(entry => entry.Read)], cancellationToken);
        foreach (var (entry, value) in needs.Zip(values))
        {
            entry.Block.Supply(entry.Of, entry.Need, value);
        }
    }

    /// <summary>What the handlers of a block need of the storage: each with the event or the call that needs it.</summary>
    private IEnumerable<(object Of, StorageNeed Need, StorageRead Read)> Needs(DecodedSubstrateBlock decoded) =>
        from item in decoded
            .Block.Events.Select(raised => (Of: (object)raised, Needs: handlers.Needs(raised)))
            .Concat(decoded.Calls.Select(call => (Of: (object)call, Needs: handlers.Needs(call))))
        from need in item.Needs
        let entry = decoded.Block.Runtime.FindStorage(need.Pallet, need.Entry)
        where entry is not null
        let state = need.AtParent ? decoded.Header.ParentHash : decoded.Header.Hash
        select (item.Of, need, new StorageRead(state, decoded.Block.Runtime, entry, need.Keys));

    /// <summary>Learns in a few calls which runtime executed which finalized blocks, so that backfill need not ask for each segment.</summary>
    private async Task SurveyAsync(long from, CancellationToken cancellationToken)
    {
        await surveying.WaitAsync(cancellationToken);
        try
        {
            var finalized = await chain.GetFinalizedHeadAsync(cancellationToken);
            if (finalized.Height > surveyedTo && from <= finalized.Height)
            {
                await chain.Runtimes.SurveyAsync(from, finalized.Height, cancellationToken);
                Volatile.Write(ref surveyedTo, finalized.Height);
            }
        }
        finally
        {
            surveying.Release();
        }
    }
}
