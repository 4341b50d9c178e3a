using System.Diagnostics.CodeAnalysis;

namespace Indexer.Substrate;

/// <summary>
/// A decoded value of a runtime's type. The kinds are closed: <see cref="ScaleInteger"/>, <see cref="ScaleBool"/>,
/// <see cref="ScaleBytes"/>, <see cref="ScaleString"/>, <see cref="ScaleSequence"/>, <see cref="ScaleComposite"/> and
/// <see cref="ScaleVariant"/>. A type that only wraps another one (AccountId32, H256, BoundedVec) is decoded as what it wraps.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1012",
    Justification = "A constructor that only this assembly sees closes the hierarchy."
)]
public abstract class ScaleValue
{
    private protected ScaleValue() { }
}
