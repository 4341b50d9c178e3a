namespace Indexer.Domain;

/// <summary>
/// A message of an OP stack chain that the messenger of this network could not relay (FailedRelayedMessage): what it carries has
/// not arrived. Anybody may relay it again, and once that succeeds the bridge states the arrival.
/// </summary>
public sealed record BridgeFailure : StateRow
{
    /// <summary>The hash of the message (<see cref="BridgeTransfer.MessageHash"/>).</summary>
    public required byte[] MessageHash { get; init; }

    /// <summary>Height of the block in which it failed last.</summary>
    public required long FailedHeight { get; init; }

    /// <summary>Time of that block, UTC.</summary>
    public required DateTimeOffset FailedTime { get; init; }

    /// <summary>Hash of that transaction.</summary>
    public required byte[] FailedTransaction { get; init; }
}
