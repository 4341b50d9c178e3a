using Indexer.Simulator.Scale;

namespace Indexer.Simulator;

/// <summary>Some for aye and some for nay, both without conviction.</summary>
/// <param name="Aye">The balance for aye, in 10^-12.</param>
/// <param name="Nay">The balance for nay, in 10^-12.</param>
public sealed record SplitVote(UInt128 Aye, UInt128 Nay) : AccountVote
{
    /// <inheritdoc/>
    public override UInt128 Balance => Aye + Nay;

    private protected override ScaleChoice Choice() => new("Split", Aye, Nay);
}
