using Indexer.Simulator.Scale;

namespace Indexer.Simulator;

/// <summary>A vote of an account: a <see cref="StandardVote"/> or a <see cref="SplitVote"/>.</summary>
public abstract record AccountVote : IScaleValue
{
    /// <summary>The balance behind the vote, in 10^-12.</summary>
    public abstract UInt128 Balance { get; }

    object IScaleValue.As(ScaleType type) => Choice();

    private protected abstract ScaleChoice Choice();
}
