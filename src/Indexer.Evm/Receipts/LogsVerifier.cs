using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>
/// Proves that the logs which a node answered are all those of the asked contracts, as the chain has them. What the header
/// says hashes to the block's hash; where its Bloom filter admits a log of the contracts, all receipts of the block are read
/// and must hash to its receiptsRoot, and the logs must be theirs. The hashes of transactions are not part of receipts, so
/// they are only as true as the node.
/// </summary>
/// <param name="filter">What was asked for.</param>
internal sealed class LogsVerifier(LogFilterQuery filter)
{
    /// <summary>Receipts of so many blocks are in memory at once: one of Ethereum has about 1 MB of them.</summary>
    private const int BlocksAtOnce = 8;

    /// <summary>Proves a node's logs block by block.</summary>
    /// <param name="node">The node.</param>
    /// <param name="headers">The headers as the node answered them, in order.</param>
    /// <param name="logs">The logs as it answered them.</param>
    /// <param name="endpoint">The endpoint that answered.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The blocks, each with its proof.</returns>
    /// <exception cref="EvmNodeException">Something was left out, forged or altered; says in which block and by which endpoint.</exception>
    public async Task<IReadOnlyList<EvmBlock>> ProveAsync(
        IRpcClient node,
        IReadOnlyCollection<EvmHeader> headers,
        ILookup<long, EvmLog> logs,
        string endpoint,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<EvmBlock>(headers.Count);
        foreach (var chunk in headers.Chunk(BlocksAtOnce))
        {
            var admitted = chunk.Where(header => filter.MayBeIn(header.Bloom)).ToList();
            var answers = await node.BatchAsync(
                admitted.ConvertAll(header => new RpcRequest("eth_getBlockReceipts", JsonHex.Of(header.Block.Height))),
                cancellationToken
            );
            var receipts = admitted.Zip(answers).ToDictionary(entry => entry.First, entry => entry.Second);
            foreach (var header in chunk)
            {
                var given = logs[header.Block.Height].ToList();
                var isAdmitted = receipts.TryGetValue(header, out var answer);
                Compare(isAdmitted ? LogsOf(header, answer) : [], given, header.Block.Ref, endpoint);
                blocks.Add(
                    new EvmBlock(
                        header.Block with
                        {
                            LogsProof = isAdmitted ? LogsProof.Receipts : LogsProof.Bloom,
                        },
                        given
                    )
                );
            }
        }

        return blocks;
    }

    /// <summary>The asked contracts' logs of a block according to its receipts.</summary>
    private List<EvmLog> LogsOf(EvmHeader header, RpcResult answer)
    {
        var receipts = EvmReceipt.ReadAll(answer.Require(), header.Block.Ref);
        var root = EvmReceipt.RootOf(receipts);
        return root.AsSpan().SequenceEqual(header.ReceiptsRoot)
            ? [.. receipts.SelectMany(receipt => receipt.Logs).Where(filter.Accepts)]
            : throw new EvmNodeException(
                $"{answer.Endpoint} answered receipts of block {header.Block.Ref} that hash to {Hex.Of(root)}, but the "
                    + $"block's receiptsRoot is {Hex.Of(header.ReceiptsRoot)}: a receipt is missing, forged or altered."
            );
    }

    private static void Compare(List<EvmLog> proven, List<EvmLog> given, BlockRef block, string endpoint)
    {
        for (var i = 0; i < Math.Max(proven.Count, given.Count); i++)
        {
            var (right, answered) = (proven.ElementAtOrDefault(i), given.ElementAtOrDefault(i));
            if (right is not null && (answered is null || answered.LogIndex > right.LogIndex))
            {
                throw new EvmNodeException(
                    $"{endpoint} left out {right} although the receiptsRoot of block {block} has it."
                );
            }

            if (right is null || answered!.LogIndex < right.LogIndex)
            {
                throw new EvmNodeException(
                    $"{endpoint} answered {answered}, which the receiptsRoot of block {block} does not have: it is forged."
                );
            }

            if (!IsSame(right, answered))
            {
                throw new EvmNodeException(
                    $"{endpoint} answered {answered} otherwise than the receiptsRoot of block {block} has it: it is altered."
                );
            }
        }
    }

    private static bool IsSame(EvmLog one, EvmLog other) =>
        one.Address == other.Address
        && one.TransactionIndex == other.TransactionIndex
        && one.BlockHash.AsSpan().SequenceEqual(other.BlockHash)
        && one.TransactionHash.AsSpan().SequenceEqual(other.TransactionHash)
        && one.Data.AsSpan().SequenceEqual(other.Data)
        && one.Topics.Length == other.Topics.Length
        && one.Topics.Zip(other.Topics).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
