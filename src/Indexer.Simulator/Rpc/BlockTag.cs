namespace Indexer.Simulator.Rpc;

/// <summary>Block numbers and tags of the EVM methods.</summary>
internal static class BlockTag
{
    public static long Resolve(SimulatedEvm chain, string tag) =>
        tag switch
        {
            "latest" or "pending" => chain.Head,
            "earliest" => 0,
            "safe" or "finalized" when chain.Faults.NoFinalityTags => throw new RpcException(
                -32000,
                $"{tag} block not found"
            ),
            "finalized" => chain.Finalized,
            "safe" => chain.Head - (chain.FinalizedLag / 2) is var safe and > 0 ? safe : 0,
            _ => RpcParams.Quantity(tag),
        };
}
