namespace Indexer.Substrate.Tests.Calls;

/// <summary>How the runtimes of a time mark the execution of calls.</summary>
/// <param name="Name">The runtimes.</param>
/// <param name="EndsItems">Whether each item of a batch ends with a mark.</param>
/// <param name="Forced">The batch that goes on after a failure; null where there is none.</param>
/// <param name="HasDispatchAs">Whether the root can dispatch as another origin.</param>
/// <param name="StoresCalls">Whether a multisig can have the chain store its call.</param>
/// <param name="EnactsByCall">Whether a referendum is enacted by a call of its own.</param>
public sealed record Layout(
    string Name,
    bool EndsItems,
    string? Forced,
    bool HasDispatchAs,
    bool StoresCalls,
    bool EnactsByCall
)
{
    /// <summary>All of them, from the metadata of the runtimes.</summary>
    public static IReadOnlyList<Layout> All { get; } =
    [
        new("khala-1", false, null, false, true, true),
        new("khala-1040", true, null, false, true, true),
        new("khala-1080", true, "batch_try", false, true, true),
        new("khala-1091", true, "batch_try", true, true, true),
        new("khala-1190", true, "force_batch", true, true, true),
        new("khala-1200", true, "force_batch", true, false, false),
    ];

    /// <summary>Whether the event that an item failed says which one it is.</summary>
    public bool NumbersFailures => Forced == "batch_try";

    public override string ToString() => Name;
}
