namespace Indexer.Domain;

/// <summary>What Ethereum's side of an OP stack chain (OptimismPortal) knows of a withdrawal: that it was proven, and that it was finalized.</summary>
public sealed record BridgeWithdrawal : StateRow
{
    /// <summary>The hash of the withdrawal, which the L2 states when it is initiated (MessagePassed).</summary>
    public required byte[] WithdrawalHash { get; init; }

    /// <summary>Height of the block of the last proof (WithdrawalProven); null when none is indexed.</summary>
    public long? ProvenHeight { get; init; }

    /// <summary>Time of that block, UTC.</summary>
    public DateTimeOffset? ProvenTime { get; init; }

    /// <summary>Hash of the transaction of the last proof.</summary>
    public byte[]? ProvenTransaction { get; init; }

    /// <summary>
    /// From when on it can be carried out, UTC: the last proof and the delay that the portal had then (proofMaturityDelaySeconds, or
    /// FINALIZATION_PERIOD_SECONDS of older ones). What else must hold, such as a dispute about the proof being settled, comes on top.
    /// Null when it is not proven, or the portal states no delay.
    /// </summary>
    public DateTimeOffset? ReadyTime { get; init; }

    /// <summary>Height of the block in which it was carried out (WithdrawalFinalized); null while it waits.</summary>
    public long? FinalizedHeight { get; init; }

    /// <summary>Time of that block, UTC.</summary>
    public DateTimeOffset? FinalizedTime { get; init; }

    /// <summary>Hash of that transaction.</summary>
    public byte[]? FinalizedTransaction { get; init; }

    /// <summary>Whether the call that it carries succeeded; null while it waits.</summary>
    public bool? Succeeded { get; init; }
}
