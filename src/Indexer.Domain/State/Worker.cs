namespace Indexer.Domain;

/// <summary>
/// A worker of a stake pool, the stake that it runs with, and its computing session: the account of the session follows from pool and worker. V, P
/// and reward of the session are <see cref="SessionReading"/>s.
/// </summary>
public sealed record Worker : StateRow
{
    private const int IndexBits = 20;

    /// <summary>The worker's sr25519 public key.</summary>
    public required AccountId PublicKey { get; init; }

    /// <summary>The stake pool it belongs to.</summary>
    public required string PoolId { get; init; }

    /// <summary>The account of its computing session.</summary>
    public required AccountId Session { get; init; }

    /// <summary>Number of the session within the network: it tells the times apart in which the worker was in the pool.</summary>
    public long SessionId { get; init; }

    /// <summary>What the session is doing.</summary>
    public SessionState State { get; init; }

    /// <summary>PHA staked in it: set when it starts, zero again when the stake is reclaimed.</summary>
    public Pha Stake { get; init; }

    /// <summary>V with which the session was last started, by stake, score and confidence; null before its first start.</summary>
    public U64F64? InitialV { get; init; }

    /// <summary>P with which the session was last started: the worker's score then; null before its first start.</summary>
    public long? InitialP { get; init; }

    /// <summary>Time at which it was stopped, UTC; null while it does not cool down.</summary>
    public DateTimeOffset? CoolingDownSince { get; init; }

    /// <summary>Whether it was removed from the pool while its stake still waits to be reclaimed.</summary>
    public bool IsRemoved { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Session];

    /// <summary>The number of the session that an event binds.</summary>
    /// <param name="height">Height of its block.</param>
    /// <param name="index">Index of the event in its block.</param>
    public static long SessionIdOf(long height, int index) => (height << IndexBits) + index;
}
