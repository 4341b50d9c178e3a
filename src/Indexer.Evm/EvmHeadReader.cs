using System.Buffers.Binary;
using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>
/// Reads the heads of a chain by the tags <c>latest</c> and <c>finalized</c>. On a chain whose nodes have never known the
/// second the block at the configured depth stands in for it. Once a node has known what is final, nothing else becomes final
/// while none does: a node that was restarted, or a chain that has stopped to finalize, answers with an error or null.
/// </summary>
internal sealed class EvmHeadReader
{
    /// <summary>The code of "unknown block" (geth's engine API errors).</summary>
    private const int UnknownBlock = -39001;

    private readonly EvmOptions options;
    private readonly HeadWatch<(ChainHeads Heads, bool AreTagged)> watch;
    private ChainHeads? tagged;

    public EvmHeadReader(IRpcClient rpc, EvmOptions options)
    {
        this.options = options;
        watch = new HeadWatch<(ChainHeads, bool)>(
            rpc,
            LookAsync,
            static (node, height, token) => node.FindHashAsync(height, token)
        );
    }

    /// <summary>The heads to follow.</summary>
    /// <exception cref="EvmNodeException">The node has no latest block, or its heads are out of order.</exception>
    public async Task<ChainHeads> ReadAsync(CancellationToken cancellationToken)
    {
        var (heads, areTagged) = await watch.LookAsync(cancellationToken);
        if (areTagged)
        {
            Volatile.Write(ref tagged, heads);
        }

        return heads;
    }

    private async Task<ChainLook<(ChainHeads, bool)>> LookAsync(IRpcClient node, CancellationToken cancellationToken)
    {
        var answers = await node.BatchAsync(
            [new RpcRequest("eth_chainId"), EvmNode.HeaderRequest("latest"), EvmNode.HeaderRequest("finalized")],
            cancellationToken
        );
        var chain = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(chain, NodeAnswer.Number(answers[0].Require(), "chain id"));
        var latest = EvmHeader.Read(answers[1].Require(), height: null).Block.Ref;
        var finalized = Tagged(answers[2]);
        var final =
            finalized
            ?? Volatile.Read(ref tagged)?.Finalized
            ?? await AtDepthAsync(
                node,
                latest,
                IsKnownTag(answers[2]) ? latest.Height : options.FinalizedDepth,
                cancellationToken
            );
        if (finalized?.Height > latest.Height)
        {
            throw new EvmNodeException(
                $"The node's finalized block {finalized.Height} is newer than its latest block {latest.Height}."
            );
        }

        return new ChainLook<(ChainHeads, bool)>(
            (new ChainHeads(latest, final), finalized is not null),
            chain,
            latest.Height,
            final.Height,
            final.Hash
        );
    }

    private static BlockRef? Tagged(RpcResult answer) =>
        answer.Error is null && answer.Value.ValueKind != JsonValueKind.Null
            ? EvmHeader.Read(answer.Value, height: null).Block.Ref
            : null;

    /// <summary>
    /// Whether a node says that it knows the tag and has no such block now, as after a restart. Then nothing is final but the genesis. Other
    /// errors, and null, are also those of chains that never finalize (geth: "finalized block not found").
    /// </summary>
    private static bool IsKnownTag(RpcResult answer) => answer.Error?.Code == UnknownBlock;

    private static async Task<BlockRef> AtDepthAsync(
        IRpcClient node,
        BlockRef latest,
        long depth,
        CancellationToken cancellationToken
    ) => (await node.HeadersAsync([Math.Max(0, latest.Height - depth)], cancellationToken))[0].Block.Ref;
}
