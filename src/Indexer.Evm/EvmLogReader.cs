using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>
/// Reads the logs of all contracts of a network, one filter for all, in ranges as large as the provider takes. Nodes behind
/// a load balancer may each know another part of the chain, so what they answer is checked to belong together: the last
/// block of a range comes from the same batch as the logs, every log's block hash must be that of the block's header, and
/// with all headers read these must form a chain. May be used by many tasks at once.
/// </summary>
public sealed class EvmLogReader
{
    private const int MethodNotFound = -32601;
    private const long MostHeaders = 250;
    private readonly EvmNode node;
    private readonly LogFilterQuery filter;
    private readonly LogsVerifier? verifier;

    internal EvmLogReader(EvmNode node, EvmLogFilter filter, EvmOptions options)
    {
        this.node = node;
        this.filter = new LogFilterQuery(filter);
        verifier = options.VerifyReceipts ? new LogsVerifier(node, this.filter) : null;
        Range = new AdaptiveLogRange(options.FirstRange, options.MaxRange);
    }

    /// <summary>How many blocks are asked for at once.</summary>
    public AdaptiveLogRange Range { get; }

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
    public async Task<EvmRange> ReadAsync(
        long from,
        long to,
        bool allHeaders,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var readsAll = allHeaders || verifier is not null;
        while (true)
        {
            var blocks = Math.Min(readsAll ? Math.Min(Range.Size, MostHeaders) : Range.Size, to - from + 1);
            try
            {
                var end = from + blocks - 1;
                var range = await node.AskAsync(
                    token => ReadRangeAsync(from, end, allHeaders, token),
                    cancellationToken
                );
                Range.Answered(blocks);
                return range;
            }
            catch (RpcErrorException error)
                when (blocks > 1 && error is { Method: "eth_getLogs", Code: not MethodNotFound })
            {
                Range.Refused(blocks, error.NodeMessage);
            }
            catch (RpcUnavailableException)
            {
                // It may have been too much work for the node; the caller's next try asks for less.
                Range.Refused(blocks, "");
                throw;
            }
        }
    }

    private async Task<EvmRange> ReadRangeAsync(
        long from,
        long to,
        bool allHeaders,
        CancellationToken cancellationToken
    )
    {
        var heights = allHeaders || verifier is not null ? Heights(from, to) : [to];
        var requests = heights.Select(height => EvmNode.HeaderRequest(LogFilterQuery.Quantity(height)));
        var answers = await node.BatchAsync(
            [new RpcRequest("eth_getLogs", filter.For(from, to)), .. requests],
            cancellationToken
        );
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
            ? await BlocksAsync(headers.Values, logs, cancellationToken)
            : await verifier.ProveAsync(headers.Values, logs, answers[0].Endpoint, cancellationToken);
        return new EvmRange(
            from,
            to,
            blocks[^1].Header,
            allHeaders ? blocks : [.. blocks.Where(block => block.Logs.Count > 0)]
        );
    }

    private async Task<IReadOnlyList<EvmBlock>> BlocksAsync(
        IEnumerable<EvmHeader> headers,
        ILookup<long, EvmLog> logs,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<EvmBlock>();
        foreach (var header in headers)
        {
            var own = await LogsOfAsync(header, [.. logs[header.Block.Height]], cancellationToken);
            blocks.Add(new EvmBlock(header.Block, own));
        }

        return blocks;
    }

    /// <summary>
    /// The logs of one block. When the node has none although the block's Bloom filter may, the node is asked for this very
    /// block: one that answers by hash has the block, so its answer is taken.
    /// </summary>
    private async Task<IReadOnlyList<EvmLog>> LogsOfAsync(
        EvmHeader header,
        List<EvmLog> logs,
        CancellationToken cancellationToken
    )
    {
        var (height, hash) = (header.Block.Height, header.Block.Hash);
        if (logs.Count == 0 && filter.MayBeIn(header.Bloom))
        {
            var answers = await node.BatchAsync([new RpcRequest("eth_getLogs", filter.For(hash))], cancellationToken);
            logs = answers[0].Error is { } error
                ? throw new EvmNodeException(
                    $"The node did not answer the logs of block {header.Block.Ref}: {error.NodeMessage}",
                    error
                )
                : LogParser.Read(answers[0].Value, filter, height, height);
        }

        return logs.Find(log => !log.BlockHash.AsSpan().SequenceEqual(hash)) is { } stray
            ? throw new EvmNodeException(
                $"The node answered {stray} of hash {LogFilterQuery.Hex(stray.BlockHash)}, but the block is {header.Block.Ref}."
            )
            : logs;
    }

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
