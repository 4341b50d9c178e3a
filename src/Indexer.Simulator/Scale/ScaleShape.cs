namespace Indexer.Simulator.Scale;

internal enum ScaleShape
{
    Composite,
    Variant,
    Sequence,
    Array,
    Tuple,
    Primitive,
    Compact,
}
