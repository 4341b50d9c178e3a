using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Governance;

/// <summary>Why a call failed: the name for the books, and the form for the chain.</summary>
internal sealed record DispatchError(string Name, ScaleChoice Choice) : IScaleValue
{
    public static DispatchError BadOrigin { get; } = new("BadOrigin", new("BadOrigin"));

    public object As(ScaleType type) => Choice;
}
