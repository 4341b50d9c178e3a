using System.Collections.Concurrent;
using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>
/// Reads the logs of all contracts of a network, one filter for all, in ranges as large as each endpoint takes. Nodes behind
/// a load balancer may each know another part of the chain, so what they answer is checked to belong together: the last
/// block of a range comes from the same batch as the logs, every log's block hash must be that of the block's header, and
/// with all headers read these must form a chain. May be used by many tasks at once.
/// </summary>
public sealed class EvmLogReader
{
    private const long MostHeaders = 250;
    private readonly IRpcClient rpc;
    private readonly ConsistentQuestions questions;
    private readonly LogFilterQuery filter;
    private readonly LogsVerifier? verifier;
    private readonly EvmOptions options;
    private readonly ConcurrentDictionary<string, AdaptiveLogRange> ranges = new(StringComparer.Ordinal);

    internal EvmLogReader(
        IRpcClient rpc,
        ConsistentQuestions questions,
        IReadOnlyCollection<AccountId> contracts,
        EvmOptions options
    )
    {
        (this.rpc, this.questions, this.options) = (rpc, questions, options);
        filter = new LogFilterQuery(contracts);
        verifier = options.VerifyReceipts ? new LogsVerifier(filter) : null;
    }

    /// <summary>Reads as many blocks from the beginning of a range as the provider takes at once.</summary>
    /// <param name="from">First height.</param>
    /// <param name="to">Last height; it must exist, so take it from the heads of the chain.</param>
    /// <param name="allHeaders">
    /// Whether all blocks are wanted and their parents checked, as is needed above the finalized block; else only those with logs.
    /// </param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The blocks; the range begins at <paramref name="from"/> and may end before <paramref name="to"/>.</returns>
    /// <exception cref="RpcErrorException">The node refuses even a single block.</exception>
    /// <exception cref="RpcUnavailableException">No endpoint answered.</exception>
    /// <exception cref="EvmNodeException">The answers contradict each other; the chain may just be switching forks.</exception>
    public Task<EvmRange> ReadAsync(long from, long to, bool allHeaders, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return questions.AskAsync(
            new RpcNeed(from, to),
            (node, token) => ReadAsync(node, from, to, allHeaders, token),
            cancellationToken
        );
    }

    /// <summary>Reads from one endpoint, in a range as large as that one takes.</summary>
    private async Task<EvmRange> ReadAsync(
        IRpcClient node,
        long from,
        long to,
        bool allHeaders,
        CancellationToken cancellationToken
    )
    {
        var sizes = ranges.GetOrAdd(
            node.Endpoint,
            static (_, options) => new AdaptiveLogRange(options.FirstRange, options.MaxRange),
            options
        );
        var readsAll = allHeaders || verifier is not null;
        while (true)
        {
            var blocks = Math.Min(readsAll ? Math.Min(sizes.Size, MostHeaders) : sizes.Size, to - from + 1);
            try
            {
                var range = await ReadRangeAsync(node, from, from + blocks - 1, allHeaders, cancellationToken);
                sizes.Answered(blocks);
                return range;
            }
            catch (RpcErrorException error) when (blocks > 1 && error.Kind == FailureKind.SmallerRequest)
            {
                sizes.Refused(blocks, error.NodeMessage);
            }
            catch (RpcUnavailableException)
            {
                // It may have been too much work for the node; the next try asks for less.
                sizes.Refused(blocks, "");
                throw;
            }
        }
    }

    private async Task<EvmRange> ReadRangeAsync(
        IRpcClient node,
        long from,
        long to,
        bool allHeaders,
        CancellationToken cancellationToken
    )
    {
        var heights = allHeaders || verifier is not null ? Heights(from, to) : [to];
        var requests = heights.Select(height => EvmNode.HeaderRequest(JsonHex.Of(height)));
        var answers = await node.BatchAsync(
            [new RpcRequest("eth_getLogs", filter.For(from, to)), .. requests],
            cancellationToken
        );
        if (
            answers[0].Error is { Kind: FailureKind.SmallerRequest } tooMuch
            && answers.Skip(1).Any(HasNoBlock) is false
        )
        {
            throw tooMuch;
        }

        // Headers first: a node that lacks the blocks may also refuse their logs, and that is no matter of the range.
        var headers = new SortedDictionary<long, EvmHeader>();
        for (var i = 0; i < heights.Count; i++)
        {
            var answer = answers[i + 1].Require();
            var header = EvmHeader.Read(answer, heights[i]);
            headers.Add(heights[i], verifier is null ? header : header.Proven(answer, answers[i + 1].Endpoint));
        }

        var logs = LogParser.Read(answers[0].Require(), filter, from, to).ToLookup(log => log.BlockNumber);
        var others = logs.Select(group => group.Key).Where(height => !headers.ContainsKey(height)).ToList();
        foreach (var header in await node.HeadersAsync(others, cancellationToken))
        {
            headers.Add(header.Block.Height, header);
        }

        RequireChain(headers.Values);
        var blocks = verifier is null
            ? await BlocksAsync(node, headers.Values, logs, cancellationToken)
            : await verifier.ProveAsync(node, headers.Values, logs, answers[0].Endpoint, cancellationToken);
        return new EvmRange(
            from,
            to,
            blocks[^1].Header,
            allHeaders ? blocks : [.. blocks.Where(block => block.Logs.Count > 0)]
        );
    }

    private async Task<IReadOnlyList<EvmBlock>> BlocksAsync(
        IRpcClient node,
        IEnumerable<EvmHeader> headers,
        ILookup<long, EvmLog> logs,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<EvmBlock>();
        foreach (var header in headers)
        {
            var own = await LogsOfAsync(node, header, [.. logs[header.Block.Height]], cancellationToken);
            blocks.Add(new EvmBlock(header.Block, own));
        }

        return blocks;
    }

    /// <summary>
    /// The logs of one block. When the node has none although the block's Bloom filter may, it is asked for this very block, and
    /// then others are: one that has logs that the filter knows is believed. Logs that the filter does not know are a lie.
    /// </summary>
    private async Task<IReadOnlyList<EvmLog>> LogsOfAsync(
        IRpcClient node,
        EvmHeader header,
        List<EvmLog> logs,
        CancellationToken cancellationToken
    )
    {
        if (logs.Count == 0 && filter.MayBeIn(header.Bloom))
        {
            logs = await LogsByHashAsync(node, header, cancellationToken);
            if (logs.Count == 0 && rpc.Endpoints.Count > 1)
            {
                logs = await LogsOfOthersAsync(node.Endpoint, header, cancellationToken);
            }
        }

        return Believed(header, logs);
    }

    private async Task<List<EvmLog>> LogsByHashAsync(
        IRpcClient node,
        EvmHeader header,
        CancellationToken cancellationToken
    )
    {
        var (height, hash) = (header.Block.Height, header.Block.Hash);
        var answers = await node.BatchAsync([new RpcRequest("eth_getLogs", filter.For(hash))], cancellationToken);
        return answers[0].Error is { } error
            ? throw new EvmNodeException(
                $"The node did not answer the logs of block {header.Block.Ref}: {error.NodeMessage}",
                error
            )
            : LogParser.Read(answers[0].Value, filter, height, height);
    }

    private async Task<List<EvmLog>> LogsOfOthersAsync(
        string suspect,
        EvmHeader header,
        CancellationToken cancellationToken
    )
    {
        var others = await rpc.AskEachAsync(
            async (other, token) => Believed(header, await LogsByHashAsync(other, header, token)),
            cancellationToken
        );
        if (others.FirstOrDefault(answer => answer.Value.Count > 0) is not { } better)
        {
            return [];
        }

        options.Disagreements?.Report(
            new EndpointDisagreement(
                header.Block.Height,
                "eth_getLogs",
                better.Endpoint,
                $"{better.Value.Count} logs that the block's Bloom filter knows",
                suspect,
                "no logs"
            )
        );
        return better.Value;
    }

    private static List<EvmLog> Believed(EvmHeader header, List<EvmLog> logs)
    {
        foreach (var log in logs)
        {
            if (!log.BlockHash.AsSpan().SequenceEqual(header.Block.Hash))
            {
                throw new EvmNodeException(
                    $"The node answered {log} of hash {Hex.Of(log.BlockHash)}, but the block is {header.Block.Ref}."
                );
            }

            if (!LogBloom.Knows(header.Bloom, log))
            {
                throw new EvmNodeException(
                    $"The node answered {log}, which the Bloom filter of its block does not know."
                );
            }
        }

        return logs;
    }

    private static bool HasNoBlock(RpcResult answer) =>
        answer.Error is null && answer.Value.ValueKind == JsonValueKind.Null;

    private static void RequireChain(IEnumerable<EvmHeader> headers)
    {
        BlockHeader? before = null;
        foreach (var (block, _) in headers)
        {
            if (before?.Height == block.Height - 1 && !block.ParentHash.AsSpan().SequenceEqual(before.Hash))
            {
                throw new EvmNodeException($"The node's block {block.Ref} does not follow its block {before.Ref}.");
            }

            before = block;
        }
    }

    private static List<long> Heights(long from, long to)
    {
        var heights = new List<long>((int)(to - from + 1));
        for (var height = from; height <= to; height++)
        {
            heights.Add(height);
        }

        return heights;
    }
}
