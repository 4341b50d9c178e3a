using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using Indexer.Substrate.Keys;
using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Chain;

/// <summary>
/// A Substrate chain as its nodes tell it. A node that contradicts itself, lacks a block or gives another one than was
/// asked for is a <see cref="ChainDataException"/>; failures of the transport are those of <see cref="IRpcClient"/>.
/// </summary>
/// <param name="rpc">The nodes; not disposed by this object.</param>
/// <param name="isWanted">Whether an event (pallet, name) is to be decoded; asked once for each event of each runtime.</param>
/// <param name="isWantedCall">Whether a call (pallet, name) is to be decoded; none when null.</param>
/// <param name="fieldNames">The names of an event's fields, for runtimes that do not name them; none when null.</param>
/// <param name="questions">How often what does not hold together is asked again; not at all when null.</param>
public sealed class SubstrateChain(
    IRpcClient rpc,
    Func<string, string, bool> isWanted,
    Func<string, string, bool>? isWantedCall = null,
    Func<string, string, IReadOnlyList<string>?>? fieldNames = null,
    ConsistentQuestions? questions = null
) : IDisposable
{
    private readonly ConsistentQuestions questions =
        questions ?? new ConsistentQuestions(rpc, attempts: 1, TimeSpan.Zero, TimeProvider.System);
    private readonly HeadWatch<ChainHeads> watch = new(rpc, LookAsync, FindHashAsync);
    private static readonly string SystemEvents = Hex.Of(StorageKey.Value("System", "Events"));

    /// <summary>The runtimes of the chain.</summary>
    public RuntimeCatalog Runtimes { get; } = new(rpc, isWanted, isWantedCall, fieldNames);

    /// <summary>What is known of the endpoints.</summary>
    public IReadOnlyList<EndpointStatus> Endpoints => rpc.Endpoints;

    /// <summary>The hash of block 0, which identifies the chain, at each endpoint, of those that answer.</summary>
    public Task<IReadOnlyList<EndpointAnswer<byte[]>>> GetGenesisHashesAsync(
        CancellationToken cancellationToken = default
    ) => rpc.AskEachAsync(GenesisAsync, cancellationToken);

    /// <summary>The newest block of the endpoint that is ahead, which may still be reorganised away, and its newest final block.</summary>
    public Task<ChainHeads> GetHeadsAsync(CancellationToken cancellationToken = default) =>
        this.questions.RunAsync(watch.LookAsync, cancellationToken);

    /// <summary>The newest block that is final.</summary>
    public Task<BlockRef> GetFinalizedHeadAsync(CancellationToken cancellationToken = default) =>
        this.questions.AskAsync(default, FinalizedAsync, cancellationToken);

    /// <summary>The hash of a block of the best chain.</summary>
    /// <param name="height">The block.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The hash; null when the chain is not that long.</returns>
    public Task<byte[]?> GetBlockHashAsync(long height, CancellationToken cancellationToken = default) =>
        this.questions.AskAsync(
            new RpcNeed(height, height),
            (node, token) => FindHashAsync(node, height, token),
            cancellationToken
        );

    /// <summary>Fetches and decodes consecutive blocks in a few batches.</summary>
    /// <param name="from">The first block.</param>
    /// <param name="to">The last block.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The blocks in order, each the parent of the next.</returns>
    /// <exception cref="ChainDataException">The node lacks a block or the blocks make no chain, perhaps because of a reorganisation meanwhile.</exception>
    /// <exception cref="MetadataException">The metadata of a runtime cannot be used.</exception>
    public async Task<IReadOnlyList<SubstrateBlock>> GetBlocksAsync(
        long from,
        long to,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        try
        {
            return await this.questions.AskAsync(
                new RpcNeed(RuntimeCatalog.StateOf(from), to, State: true),
                (node, token) => ReadBlocksAsync(node, from, to, token),
                cancellationToken
            );
        }
        catch (ChainDataException exception) when (exception.IsCorrupt)
        {
            throw new ChainDataException(exception.Message, exception.InnerException, FailureKind.Final);
        }
    }

    private async Task<IReadOnlyList<SubstrateBlock>> ReadBlocksAsync(
        IRpcClient node,
        long from,
        long to,
        CancellationToken cancellationToken
    )
    {
        var first = RuntimeCatalog.StateOf(from);
        var hashes = await node.BlockHashesAsync([.. Heights(first, to)], cancellationToken);
        var states = Heights(from, to).Select(height => hashes[(int)(RuntimeCatalog.StateOf(height) - first)]);
        var runtimes = await Runtimes.ExecutingAsync(from, [.. states], cancellationToken);
        var wanted = hashes.Skip((int)(from - first)).Select(hash => Hex.Of(hash));
        var answers = await node.BatchAsync([.. wanted.SelectMany(RequestsFor)], cancellationToken);
        var blocks = new SubstrateBlock[to - from + 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            var height = from + i;
            var parent = height == 0 ? null : hashes[(int)(height - 1 - first)];
            var block = answers[2 * i].Require();
            var events = answers[(2 * i) + 1].Require();
            var header = Verified(block, height, hashes[(int)(height - first)], parent);
            blocks[i] = Decode(header, block, events, runtimes[i]);
        }

        return blocks;
    }

    /// <summary>Reads values of the storage in a few batches.</summary>
    /// <param name="reads">What to read, each with the runtime that knows its type.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The values in order; null where nothing is stored.</returns>
    /// <exception cref="ChainDataException">A node answered with something else than bytes.</exception>
    /// <exception cref="MetadataException">A value does not fit the runtime.</exception>
    public async Task<IReadOnlyList<ScaleValue?>> ReadStorageAsync(
        IReadOnlyList<StorageRead> reads,
        CancellationToken cancellationToken = default
    )
    {
        var requests = reads.Select(read => new RpcRequest(
            "state_getStorage",
            Hex.Of(StorageKey.Map(read.Entry, read.Keys)),
            Hex.Of(read.Block)
        ));
        var answers = await rpc.BatchAsync([.. requests], cancellationToken);
        var values = new ScaleValue?[reads.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var answer = answers[i].Require();
            if (answer.ValueKind != JsonValueKind.Null)
            {
                var bytes = NodeAnswer.Bytes(answer, $"a value of {reads[i].Entry.Name}");
                values[i] = await DecodeAsync(reads[i], bytes, cancellationToken);
            }
        }

        return values;
    }

    /// <summary>The runtime of the state after a block.</summary>
    /// <param name="block">The hash of the block.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<SubstrateRuntime> GetRuntimeAsync(byte[] block, CancellationToken cancellationToken = default)
    {
        var version = await rpc.CallAsync("state_getRuntimeVersion", [Hex.Of(block)], cancellationToken);
        return await Runtimes.GetAsync(NodeAnswer.SpecVersion(version), block, cancellationToken);
    }

    /// <summary>Reads a map of the storage, or a part of it, page by page.</summary>
    /// <param name="map">The state, the map, and its first keys.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The elements in the order of their keys; null when no node lists keys.</returns>
    /// <exception cref="ChainDataException">A node answered with something else than keys and bytes.</exception>
    /// <exception cref="MetadataException">A value does not fit the runtime.</exception>
    public Task<IReadOnlyList<StoredElement>?> ReadMapAsync(
        StorageRead map,
        CancellationToken cancellationToken = default
    ) => new StorageMapReader(rpc, DecodeAsync).ReadAsync(map, cancellationToken);

    /// <summary>
    /// Around an upgrade a value is in the encoding of the runtime before or after it: the migration runs in the block after the
    /// one whose state first has the new code. Types differ so that at most one of them fits.
    /// </summary>
    private async Task<ScaleValue> DecodeAsync(StorageRead read, byte[] value, CancellationToken cancellationToken)
    {
        try
        {
            return read.Runtime.DecodeStorage(read.Entry, value);
        }
        catch (MetadataException)
        {
            foreach (var runtime in await RuntimesAroundAsync(read.Block, cancellationToken))
            {
                if (
                    runtime != read.Runtime
                    && runtime.FindStorage(read.Entry.Prefix, read.Entry.Name) is { } entry
                    && runtime.TryDecodeStorage(entry, value) is { } decoded
                )
                {
                    return decoded;
                }
            }

            throw;
        }
    }

    /// <summary>The runtime in the state after a block, and the one that executed it.</summary>
    private async Task<IReadOnlyList<SubstrateRuntime>> RuntimesAroundAsync(
        byte[] block,
        CancellationToken cancellationToken
    )
    {
        var header = await rpc.CallAsync("chain_getHeader", [Hex.Of(block)], cancellationToken);
        byte[][] states = [block, NodeAnswer.Header(header, block).ParentHash];
        var runtimes = new List<SubstrateRuntime>();
        foreach (var state in states)
        {
            var version = await rpc.CallAsync("state_getRuntimeVersion", [Hex.Of(state)], cancellationToken);
            runtimes.Add(await Runtimes.GetAsync(NodeAnswer.SpecVersion(version), state, cancellationToken));
        }

        return runtimes;
    }

    /// <inheritdoc />
    public void Dispose() => Runtimes.Dispose();

    private static IEnumerable<RpcRequest> RequestsFor(string hash) =>
        [new RpcRequest("chain_getBlock", hash), new RpcRequest("state_getStorage", SystemEvents, hash)];

    private static SubstrateHeader Verified(JsonElement answer, long height, byte[] hash, byte[]? parent)
    {
        if (answer.ValueKind == JsonValueKind.Null)
        {
            throw new ChainDataException(
                $"The node has no block {height} ({Hex.Of(hash)}), of which it gave the hash."
            );
        }

        var what = $"block {height}";
        var block = NodeAnswer.Member(answer, "block", what);
        var header = NodeAnswer.Header(NodeAnswer.Member(block, "header", what), hash).At(height);
        return parent is null || header.ParentHash.AsSpan().SequenceEqual(parent)
            ? header
            : throw new ChainDataException(
                $"Block {height} has the parent {Hex.Of(header.ParentHash)}, but block {height - 1} is {Hex.Of(parent)}."
            );
    }

    private static SubstrateBlock Decode(
        SubstrateHeader header,
        JsonElement block,
        JsonElement events,
        SubstrateRuntime runtime
    )
    {
        try
        {
            var stored = StoredEvents(events, header.Height);
            var extrinsics = Extrinsics(block, header.Height);
            var time = runtime.Timestamp.Find(extrinsics);
            return new SubstrateBlock(
                new BlockHeader(
                    header.Height,
                    header.Hash,
                    header.ParentHash,
                    time ?? WithoutTime(header.Height),
                    runtime.SpecVersion
                ),
                runtime,
                runtime.Decoder.Decode(stored),
                [.. extrinsics.Select(runtime.Calls.Decode).OfType<SubstrateExtrinsic>()],
                new Lazy<IReadOnlyList<SubstrateEvent>>(() => runtime.Marks.Decode(stored))
            )
            {
                Encoded = extrinsics,
            };
        }
        catch (ScaleException exception)
        {
            throw new ChainDataException(
                $"Block {header.Height} (runtime {runtime.SpecVersion}) cannot be decoded: {exception.Message}",
                exception
            );
        }
    }

    /// <summary>The encoded events. Only genesis has none: every other block has at least those of its inherents.</summary>
    private static byte[] StoredEvents(JsonElement events, long height) =>
        events.ValueKind != JsonValueKind.Null ? NodeAnswer.Bytes(events, $"the events of block {height}")
        : height == 0 ? [0]
        : throw new ChainDataException(
            $"The node has no events of block {height}, although every block above genesis has some; it lacks the state of that block."
        );

    private static DateTimeOffset WithoutTime(long height) =>
        height == 0
            ? DateTimeOffset.UnixEpoch
            : throw new ChainDataException($"Block {height} has no extrinsic Timestamp.set, so no time.");

    private static byte[][] Extrinsics(JsonElement answer, long height)
    {
        var what = $"the extrinsics of block {height}";
        var list = NodeAnswer.Member(NodeAnswer.Member(answer, "block", what), "extrinsics", what);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(extrinsic => NodeAnswer.Bytes(extrinsic, what))]
            : throw new ChainDataException($"The node's answer is not {what}.");
    }

    private static async Task<byte[]> GenesisAsync(IRpcClient node, CancellationToken cancellationToken) =>
        (await node.BlockHashesAsync([0], cancellationToken))[0];

    private static async Task<BlockRef> BestAsync(IRpcClient node, CancellationToken cancellationToken) =>
        await RefAsync(node, await node.CallAsync("chain_getBlockHash", [], cancellationToken), cancellationToken);

    private static async Task<BlockRef> FinalizedAsync(IRpcClient node, CancellationToken cancellationToken) =>
        await RefAsync(node, await node.CallAsync("chain_getFinalizedHead", [], cancellationToken), cancellationToken);

    /// <summary>The heads of one node: the final one first, as the best one can only have moved on by the time it is asked for.</summary>
    private static async Task<ChainLook<ChainHeads>> LookAsync(IRpcClient node, CancellationToken cancellationToken)
    {
        var genesis = await GenesisAsync(node, cancellationToken);
        var finalized = await FinalizedAsync(node, cancellationToken);
        var best = await BestAsync(node, cancellationToken);
        return new(new ChainHeads(best, finalized), genesis, best.Height, finalized.Height, finalized.Hash);
    }

    private static async Task<byte[]?> FindHashAsync(IRpcClient node, long height, CancellationToken cancellationToken)
    {
        var answer = await node.CallAsync("chain_getBlockHash", [height], cancellationToken);
        return answer.ValueKind == JsonValueKind.Null ? null : NodeAnswer.Hash(answer, $"the hash of block {height}");
    }

    private static async Task<BlockRef> RefAsync(IRpcClient node, JsonElement head, CancellationToken cancellationToken)
    {
        var hash = NodeAnswer.Hash(head, "the hash of a head");
        var header = await node.CallAsync("chain_getHeader", [Hex.Of(hash)], cancellationToken);
        return new BlockRef(NodeAnswer.Header(header, hash).Height, hash);
    }

    private static IEnumerable<long> Heights(long from, long to)
    {
        for (var height = from; height <= to; height++)
        {
            yield return height;
        }
    }
}
