namespace Indexer.Simulator.Scale;

/// <summary>A value that runtimes declare with different types; it knows its form in each.</summary>
internal interface IScaleValue
{
    object? As(ScaleType type);
}
