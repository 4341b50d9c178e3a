namespace Indexer.Simulator;

/// <summary>The parameters of rewards and the cool-down period, as PhalaComputation stores them; numbers are U64F64 bits where not said otherwise.</summary>
/// <param name="PhaRate">Price of PHA.</param>
/// <param name="Rho">Growth of V.</param>
/// <param name="BudgetPerBlock">PHA for all idle workers per block.</param>
/// <param name="VMax">The greatest V.</param>
/// <param name="CostK">Operating cost by P.</param>
/// <param name="CostB">Operating cost.</param>
/// <param name="SlashRate">Loss of V.</param>
/// <param name="TreasuryRatio">The treasury's part.</param>
/// <param name="HeartbeatWindow">Blocks, a plain number.</param>
/// <param name="RigK">Price of hardware by P.</param>
/// <param name="RigB">Price of hardware.</param>
/// <param name="Re">From stake and hardware to V.</param>
/// <param name="K">Least stake.</param>
/// <param name="Kappa">Fall of V.</param>
/// <param name="CoolDownPeriod">Seconds, a plain number.</param>
public sealed record TokenomicsBook(
    UInt128 PhaRate,
    UInt128 Rho,
    UInt128 BudgetPerBlock,
    UInt128 VMax,
    UInt128 CostK,
    UInt128 CostB,
    UInt128 SlashRate,
    UInt128 TreasuryRatio,
    uint HeartbeatWindow,
    UInt128 RigK,
    UInt128 RigB,
    UInt128 Re,
    UInt128 K,
    UInt128 Kappa,
    ulong CoolDownPeriod
);
