namespace Indexer.Simulator.Scale;

/// <summary>One type of the portable registry, under the expression that names it in the tables (e.g. <c>Option&lt;u64&gt;</c>).</summary>
internal sealed record ScaleType(string Name, ScaleShape Shape)
{
    private readonly Lazy<IReadOnlyList<ScaleVariant>> _variants = new([]);

    public IReadOnlyList<string> Path { get; init; } = [];

    public IReadOnlyList<ScaleField> Parameters { get; init; } = [];

    public IReadOnlyList<ScaleField> Fields { get; init; } = [];

    public IReadOnlyList<ScaleVariant> Variants => _variants.Value;

    /// <summary>Makes the variants when they are first asked for: a call holds calls.</summary>
    public Func<IReadOnlyList<ScaleVariant>> VariantsOf
    {
        init => _variants = new(value);
    }

    public ScaleType? Element { get; init; }

    public uint Length { get; init; }
}
