namespace Indexer.Domain;

/// <summary>
/// The parameters by which the gatekeepers of a parachain reward workers, and the cool-down period (PhalaComputation). Fixed-point numbers of the
/// chain, as it stores them; null while no event has made the index read them.
/// </summary>
public sealed record Tokenomics : StateRow
{
    /// <summary>Seconds between the stop of a worker and the moment from which its stake can be reclaimed (CoolDownPeriod).</summary>
    public long? CoolDownPeriod { get; init; }

    /// <summary>PHA that a block gives to all idle workers, the treasury's part included.</summary>
    public U64F64? BudgetPerBlock { get; init; }

    /// <summary>The treasury's part of every payout.</summary>
    public U64F64? TreasuryRatio { get; init; }

    /// <summary>Price of PHA in US dollars that the costs below are counted with.</summary>
    public U64F64? PhaRate { get; init; }

    /// <summary>Growth of the V of an idle worker per block, as a factor.</summary>
    public U64F64? Rho { get; init; }

    /// <summary>The greatest V.</summary>
    public U64F64? VMax { get; init; }

    /// <summary>Slope of the operating cost of a worker by its P, in PHA per block.</summary>
    public U64F64? CostK { get; init; }

    /// <summary>Constant part of the operating cost of a worker, in PHA per block.</summary>
    public U64F64? CostB { get; init; }

    /// <summary>Loss of V of an unresponsive worker per block, as a part of it.</summary>
    public U64F64? SlashRate { get; init; }

    /// <summary>Blocks within which a heartbeat must be answered.</summary>
    public long? HeartbeatWindow { get; init; }

    /// <summary>Slope of the estimated price of a worker's hardware by its P, in PHA.</summary>
    public U64F64? RigK { get; init; }

    /// <summary>Constant part of the estimated price of a worker's hardware, in PHA.</summary>
    public U64F64? RigB { get; init; }

    /// <summary>Factor from stake and hardware to the first V of a session, for full confidence.</summary>
    public U64F64? Re { get; init; }

    /// <summary>The least stake of a worker divided by the square root of its P.</summary>
    public U64F64? K { get; init; }

    /// <summary>Decides how V falls with a payout.</summary>
    public U64F64? Kappa { get; init; }
}
