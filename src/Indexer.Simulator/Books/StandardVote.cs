using Indexer.Simulator.Scale;

namespace Indexer.Simulator;

/// <summary>Aye or nay with a conviction.</summary>
/// <param name="Aye">Aye or nay.</param>
/// <param name="Conviction">How much it counts.</param>
/// <param name="Balance">The balance behind it, in 10^-12.</param>
public sealed record StandardVote(bool Aye, Conviction Conviction, UInt128 Balance) : AccountVote
{
    /// <inheritdoc/>
    public override UInt128 Balance { get; } = Balance;

    private protected override ScaleChoice Choice() =>
        new("Standard", (byte)((Aye ? 0x80 : 0) | (int)Conviction), Balance);
}
