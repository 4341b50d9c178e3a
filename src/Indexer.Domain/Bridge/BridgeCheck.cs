namespace Indexer.Domain;

/// <summary>
/// The books of both networks of a bridge compared at their finalized blocks: the vault's shares in the escrow on the L1 must be those
/// that exist on the L2 and those on their way. A row without a difference is the proof that it was compared.
/// </summary>
public sealed record BridgeCheck
{
    /// <summary>Name of the L2.</summary>
    public required string Network { get; init; }

    /// <summary>The pool of the bridged shares on the L2.</summary>
    public required string PoolId { get; init; }

    /// <summary>The height at which the L2 was read: its last finalized block that is indexed.</summary>
    public required long Height { get; init; }

    /// <summary>The height at which the L1 was read: its last finalized block that is indexed.</summary>
    public required long L1Height { get; init; }

    /// <summary>Shares in the escrow on the L1.</summary>
    public required Pha Escrow { get; init; }

    /// <summary>All shares on the L2.</summary>
    public required Pha Supply { get; init; }

    /// <summary>
    /// Shares on their way: what was sent on either network, less what arrived. Negative when what arrived was sent above the
    /// height at which the network of its sender was read.
    /// </summary>
    public required Pha InFlight { get; init; }

    /// <summary>Escrow less supply less in flight: zero, unless shares came to the escrow otherwise than over the bridge, or events are missing. Computed by the database.</summary>
    public Pha Difference { get; init; }

    /// <summary>When it was compared, UTC.</summary>
    public required DateTimeOffset CheckedAt { get; init; }
}
