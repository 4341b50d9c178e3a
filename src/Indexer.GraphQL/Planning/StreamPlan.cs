namespace Indexer.GraphQL.Planning;

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
