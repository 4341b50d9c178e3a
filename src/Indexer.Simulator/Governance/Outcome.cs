using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Governance;

/// <summary>The result of a dispatched call: Ok, or its error.</summary>
internal sealed record Outcome(DispatchError? Error) : IScaleValue
{
    public static Outcome Ok { get; } = new((DispatchError?)null);

    /// <summary>The first layout of the democracy pallet tells only whether it is Ok.</summary>
    public object As(ScaleType type) =>
        type.Name == "bool" ? Error is null
        : Error is null ? new ScaleChoice("Ok", (object)Array.Empty<object?>())
        : new ScaleChoice("Err", Error);
}
