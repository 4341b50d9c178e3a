using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>A message that was sent and waits for its answer.</summary>
internal sealed class WaitingExchange(RpcExchange exchange)
{
    /// <summary>What was sent.</summary>
    public RpcExchange Exchange => exchange;

    /// <summary>The root of the answer, or why there is none.</summary>
    public TaskCompletionSource<JsonElement> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
