using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Governance;

/// <summary>A runtime call: what is encoded into the extrinsic is also what is dispatched.</summary>
internal sealed record Call(string Pallet, string Name, params object?[] Arguments) : IScaleValue
{
    public string FullName => $"{Pallet}.{Name}";

    public object As(ScaleType type) => new ScaleChoice(Pallet, new ScaleChoice(Name, Arguments));

    public T Argument<T>(int index) => (T)Arguments[index]!;
}
