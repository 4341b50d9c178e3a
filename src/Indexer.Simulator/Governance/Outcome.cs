using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Governance;

/// <summary>The result of a dispatched call: Ok, or its error.</summary>
internal sealed record Outcome(DispatchError? Error) : IScaleValue
{
    public static Outcome Ok { get; } = new((DispatchError?)null);

    public object As(ScaleType type) =>
        Error is null ? new ScaleChoice("Ok", (object)Array.Empty<object?>()) : new ScaleChoice("Err", Error);
}
