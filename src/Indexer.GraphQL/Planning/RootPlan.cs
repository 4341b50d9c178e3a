using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Planning;

/// <summary>How one root field is answered.</summary>
/// <param name="Key">Its response key.</param>
/// <param name="IsNonNull">Whether a failure makes the whole data null.</param>
/// <param name="Location">Where it is selected.</param>
internal abstract record RootPlan(string Key, bool IsNonNull, Location Location);

/// <summary>A root field answered by one statement whose only value is its JSON text.</summary>
internal sealed record SqlRoot(
    string Key,
    bool IsNonNull,
    Location Location,
    string Sql,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<FieldCost> Costs
) : RootPlan(Key, IsNonNull, Location);

/// <summary>A root field answered without the database.</summary>
/// <param name="Key">Its response key.</param>
/// <param name="Location">Where it is selected.</param>
/// <param name="Render">From the leaves of the variables, and the bytes that may be written, to JSON.</param>
internal sealed record MemoryRoot(string Key, Location Location, Func<object?[], long, byte[]> Render)
    : RootPlan(Key, IsNonNull: false, Location);

/// <summary>How the messages of a subscription are read, page by page.</summary>
/// <param name="Page">
/// The statement of a page: one row per message, its JSON first, then the columns of its key as text.
/// </param>
/// <param name="Slots">The parameters that place the page.</param>
/// <param name="After">From the leaves of the variables to the key of the last message the client saw, its step first;
/// null when it named none.</param>
/// <param name="Refusal">The statement that says what is wrong with values of the request; null when nothing can be.</param>
internal sealed record StreamPlan(
    SqlRoot Page,
    StreamSlots Slots,
    Func<object?[], IReadOnlyList<string>?> After,
    SqlRoot? Refusal
) : RootPlan(Page.Key, Page.IsNonNull, Page.Location);

/// <summary>The places, from 0, of the parameters that differ from page to page of a stream.</summary>
/// <param name="From">The first step.</param>
/// <param name="UpTo">The last step.</param>
/// <param name="Limit">The number of messages.</param>
/// <param name="Key">The key of the message before the page; null at the beginning of a step.</param>
internal sealed record StreamSlots(int From, int UpTo, int Limit, IReadOnlyList<int> Key);
