using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>How an EVM chain is read.</summary>
public sealed record EvmOptions
{
    /// <summary>How many blocks behind the newest one counts as final, on a chain whose nodes never knew the <c>finalized</c> tag.</summary>
    public long FinalizedDepth { get; init; } = 96;

    /// <summary>Blocks in the first <c>eth_getLogs</c>.</summary>
    public int FirstRange { get; init; } = 2_000;

    /// <summary>Most blocks in one <c>eth_getLogs</c>.</summary>
    public int MaxRange { get; init; } = 10_000;

    /// <summary>
    /// Whether all logs are proven by the headers and receipts of their blocks (<see cref="Domain.LogsProof"/>). It costs all headers,
    /// and the receipts of every block whose Bloom filter admits a log of the contracts.
    /// </summary>
    public bool VerifyReceipts { get; init; }

    /// <summary>How often a question is asked before contradicting answers become an error.</summary>
    public int ConsistencyAttempts { get; init; } = 5;

    /// <summary>Wait before such a question is asked again; a lagging node catches up meanwhile. It doubles each time.</summary>
    public TimeSpan ConsistencyDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Told of endpoints that contradict each other about the logs of a block; null when nobody wants to know.</summary>
    public IProgress<EndpointDisagreement>? Disagreements { get; init; }

    /// <summary>The clock of these waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
