using System.Buffers.Binary;
using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>
/// Reads the heads of a chain by the tags <c>latest</c>, <c>safe</c> and <c>finalized</c>. On a chain whose nodes have never known
/// a tag the block at the configured depth stands in for it. Once a node has known what is final, nothing else becomes final
/// while none does: a node that was restarted, or a chain that has stopped to finalize, answers with an error or null.
/// </summary>
internal sealed class EvmHeadReader
{
    private readonly EvmOptions options;
    private readonly HeadWatch<(EvmHeads Heads, bool AreTagged)> watch;
    private EvmHeads? tagged;

    public EvmHeadReader(IRpcClient rpc, EvmOptions options)
    {
        this.options = options;
        watch = new HeadWatch<(EvmHeads, bool)>(
            rpc,
            LookAsync,
            static (node, height, token) => node.FindHashAsync(height, token)
        );
    }

    /// <summary>The heads to follow.</summary>
    /// <exception cref="EvmNodeException">The node has no latest block, or its heads are out of order.</exception>
    public async Task<EvmHeads> ReadAsync(CancellationToken cancellationToken)
    {
        var (heads, areTagged) = await watch.LookAsync(cancellationToken);
        if (areTagged)
        {
            Volatile.Write(ref tagged, heads);
        }

        return heads;
    }

    private async Task<ChainLook<(EvmHeads, bool)>> LookAsync(IRpcClient node, CancellationToken cancellationToken)
    {
        string[] tags = ["latest", "safe", "finalized"];
        var answers = await node.BatchAsync(
            [new RpcRequest("eth_chainId"), .. tags.Select(EvmNode.HeaderRequest)],
            cancellationToken
        );
        var chain = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(chain, JsonHex.Number(answers[0].Require(), "chain id"));
        var latest = EvmHeader.Read(answers[1].Require(), height: null).Block.Ref;
        var finalized = Tagged(answers[3]);
        var known = Volatile.Read(ref tagged);
        var final =
            finalized
            ?? known?.Finalized
            ?? await AtDepthAsync(node, latest, options.FinalizedDepth, cancellationToken);
        var safe =
            Tagged(answers[2]) ?? known?.Safe ?? await AtDepthAsync(node, latest, options.SafeDepth, cancellationToken);
        if (finalized?.Height > latest.Height)
        {
            throw new EvmNodeException(
                $"The node's finalized block {finalized.Height} is newer than its latest block {latest.Height}."
            );
        }

        // With one tag known and the other not, the depth of the unknown one may cross it.
        var heads = new EvmHeads(latest, safe.Height < final.Height ? final : safe, final);
        return new ChainLook<(EvmHeads, bool)>(
            (heads, finalized is not null),
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

    private static async Task<BlockRef> AtDepthAsync(
        IRpcClient node,
        BlockRef latest,
        long depth,
        CancellationToken cancellationToken
    ) => (await node.HeadersAsync([Math.Max(0, latest.Height - depth)], cancellationToken))[0].Block.Ref;
}
