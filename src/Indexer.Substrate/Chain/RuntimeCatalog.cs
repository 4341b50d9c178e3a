using System.Collections.Concurrent;
using System.Collections.Immutable;
using Indexer.Domain;
using Indexer.JsonRpc;
using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Chain;

/// <summary>
/// The runtimes of a chain. Block N is executed by the runtime in the state after block N-1 (genesis by its own): the
/// block that enacts an upgrade still has its events in the old encoding. Each version's metadata is fetched once.
/// Thread-safe. It relies on spec versions not returning to an earlier one, which Substrate refuses.
/// </summary>
public sealed class RuntimeCatalog : IDisposable
{
    private readonly IRpcClient rpc;
    private readonly Func<string, string, bool> isWanted;
    private readonly Func<string, string, bool> isWantedCall;
    private readonly Func<string, string, IReadOnlyList<string>?>? fieldNames;
    private readonly ConcurrentDictionary<int, SubstrateRuntime> runtimes = new();
    private readonly SemaphoreSlim fetching = new(1, 1);
    private ImmutableArray<RuntimeSpan> surveyed = [];

    /// <summary>An empty catalog.</summary>
    /// <param name="rpc">The chain.</param>
    /// <param name="isWanted">Whether an event (pallet, name) is to be decoded; asked once for each event of each runtime.</param>
    /// <param name="isWantedCall">Whether a call (pallet, name) is to be decoded; none when null.</param>
    /// <param name="fieldNames">The names of an event's fields, for runtimes that do not name them; none when null.</param>
    public RuntimeCatalog(
        IRpcClient rpc,
        Func<string, string, bool> isWanted,
        Func<string, string, bool>? isWantedCall = null,
        Func<string, string, IReadOnlyList<string>?>? fieldNames = null
    )
    {
        this.rpc = rpc;
        this.isWanted = isWanted;
        this.isWantedCall = isWantedCall ?? ((_, _) => false);
        this.fieldNames = fieldNames;
    }

    /// <summary>
    /// Finds the runtimes of a range of blocks by bisection and remembers them, so that fetching these blocks asks for
    /// no runtime versions. For finalized blocks only: what is remembered by height must not be reorganised away.
    /// </summary>
    /// <param name="from">The first block.</param>
    /// <param name="to">The last block, finalized.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The runtimes in order of blocks, without gaps.</returns>
    /// <exception cref="ChainDataException">The node lacks one of the blocks.</exception>
    public async Task<IReadOnlyList<RuntimeSpan>> SurveyAsync(
        long from,
        long to,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var changes = await Bisection.ChangesAsync(from, to, AskAsync);
        var spans = new List<RuntimeSpan>();
        for (var i = 0; i < changes.Count; i++)
        {
            var last = i + 1 < changes.Count ? changes.Keys[i + 1] - 1 : to;
            spans.Add(new RuntimeSpan(changes.Keys[i], last, changes.Values[i]));
        }

        ImmutableInterlocked.Update(ref surveyed, (known, found) => [.. found, .. known.Except(found)], spans);
        return spans;

        async Task<IReadOnlyList<int>> AskAsync(IReadOnlyList<long> heights)
        {
            var states = await rpc.BlockHashesAsync([.. heights.Select(StateOf)], cancellationToken);
            return await SpecVersionsAsync(states, cancellationToken);
        }
    }

    /// <summary>The block after which the state has the runtime that executes a block.</summary>
    internal static long StateOf(long height) => Math.Max(height - 1, 0);

    /// <summary>The runtimes that executed consecutive blocks.</summary>
    /// <param name="from">The height of the first block.</param>
    /// <param name="states">For each block the hash of the block whose state has its runtime, see <see cref="StateOf"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task<IReadOnlyList<SubstrateRuntime>> ExecutingAsync(
        long from,
        IReadOnlyList<byte[]> states,
        CancellationToken cancellationToken
    )
    {
        var known = surveyed;
        var versions = new int?[states.Count];
        for (var i = 0; i < versions.Length; i++)
        {
            versions[i] = known.FirstOrDefault(span => span.From <= from + i && from + i <= span.To)?.SpecVersion;
        }

        if (versions.Contains(null))
        {
            var changes = await Bisection.ChangesAsync(0, states.Count - 1, AskAsync);
            for (var i = 0; i < versions.Length; i++)
            {
                versions[i] = changes.Last(change => change.Key <= i).Value;
            }
        }

        var executing = new SubstrateRuntime[states.Count];
        for (var i = 0; i < executing.Length; i++)
        {
            executing[i] = await GetAsync(versions[i]!.Value, states[i], cancellationToken);
        }

        return executing;

        Task<IReadOnlyList<int>> AskAsync(IReadOnlyList<long> positions) =>
            SpecVersionsAsync([.. positions.Select(position => states[(int)position])], cancellationToken);
    }

    /// <summary>The runtime of a version.</summary>
    /// <param name="specVersion">The version.</param>
    /// <param name="state">The hash of a block after which the state has this version.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ChainDataException">The state has another version.</exception>
    /// <exception cref="MetadataException">The metadata of the runtime cannot be used; names the version.</exception>
    public async Task<SubstrateRuntime> GetAsync(
        int specVersion,
        byte[] state,
        CancellationToken cancellationToken = default
    )
    {
        if (runtimes.TryGetValue(specVersion, out var runtime))
        {
            return runtime;
        }

        await fetching.WaitAsync(cancellationToken);
        try
        {
            return runtimes.TryGetValue(specVersion, out runtime)
                ? runtime
                : runtimes[specVersion] = await FetchAsync(specVersion, state, cancellationToken);
        }
        finally
        {
            fetching.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => fetching.Dispose();

    private async Task<SubstrateRuntime> FetchAsync(int specVersion, byte[] state, CancellationToken cancellationToken)
    {
        var hash = Hex.Of(state);
        var answers = await rpc.BatchAsync(
            [new RpcRequest("state_getRuntimeVersion", hash), new RpcRequest("state_getMetadata", hash)],
            cancellationToken
        );
        var found = NodeAnswer.SpecVersion(answers[0].Require());
        if (found != specVersion)
        {
            throw new ChainDataException(
                $"The node gives runtime {found} after block {hash}, where {specVersion} was found before."
            );
        }

        try
        {
            var metadata = RuntimeMetadata.Parse(NodeAnswer.Bytes(answers[1].Require(), "runtime metadata"));
            return new SubstrateRuntime(specVersion, metadata, isWanted, isWantedCall, fieldNames);
        }
        catch (MetadataException exception)
        {
            throw new MetadataException($"Runtime {specVersion}: {exception.Message}", exception);
        }
    }

    private async Task<IReadOnlyList<int>> SpecVersionsAsync(
        IReadOnlyList<byte[]> states,
        CancellationToken cancellationToken
    )
    {
        var requests = states.Select(state => new RpcRequest("state_getRuntimeVersion", Hex.Of(state)));
        var answers = await rpc.BatchAsync([.. requests], cancellationToken);
        return [.. answers.Select(answer => NodeAnswer.SpecVersion(answer.Require()))];
    }
}
