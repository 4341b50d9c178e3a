namespace Indexer.Simulator.Staking;

/// <summary>The dust rules of the base pool pallet.</summary>
internal static class Dust
{
    /// <summary>The least W-PHA that an account may hold, 0.01 PHA as on the real chains: queues stop at or below it.</summary>
    public static readonly UInt128 WrappedMinimum = 10_000_000_000;

    /// <summary>balance_close_to_zero: at most 1000 units of 10^-12.</summary>
    public static bool IsDust(UInt128 amount) => amount <= 1000;

    /// <summary>extract_dust: the amount without dust, and the dust.</summary>
    public static (UInt128 Kept, UInt128 Lost) Extract(UInt128 amount) => IsDust(amount) ? (0, amount) : (amount, 0);
}
