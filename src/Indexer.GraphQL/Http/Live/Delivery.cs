namespace Indexer.GraphQL.Http.Live;

/// <summary>How a client took what it was sent.</summary>
internal enum Delivery
{
    /// <summary>In time.</summary>
    Prompt,

    /// <summary>So late that it must be cut off, but it can still be told.</summary>
    Late,

    /// <summary>Not at all.</summary>
    Never,
}
