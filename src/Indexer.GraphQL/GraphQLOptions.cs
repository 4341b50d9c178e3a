namespace Indexer.GraphQL;

/// <summary>The limits of a GraphQL endpoint. A query beyond one is refused with the limit and its own figure.</summary>
public sealed record GraphQLOptions
{
    /// <summary>Bytes of a request body, and characters of a GET query.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Tokens of a document.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Levels of fields inside each other.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Root fields of an operation; each is one statement.</summary>
    public int MaxRootFields { get; init; } = 50;

    /// <summary>Fields of an operation, fragments spread.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>Conditions in the filters of one root field.</summary>
    public int MaxConditions { get; init; } = 500;

    /// <summary>Rows a connection returns when nothing is asked for.</summary>
    public int DefaultPageSize { get; init; } = 20;

    /// <summary>Rows a connection can return.</summary>
    public int MaxPageSize { get; init; } = 1_000;

    /// <summary>Rows that all lists of an operation together could return.</summary>
    public long MaxNodes { get; init; } = 50_000;

    /// <summary>How long all statements of a request together may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Characters of documents and statements kept for reuse; one costs up to 50 bytes of memory.</summary>
    public long CacheCharacters { get; init; } = 8 * 1024 * 1024;
}
