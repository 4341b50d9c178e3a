namespace Indexer.GraphQL;

/// <summary>The limits of a GraphQL endpoint. A query beyond one is refused with the limit and its own figure.</summary>
public sealed record GraphQLOptions
{
    /// <summary>Bytes of a request body, and characters of a GET query.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Requests that one body may hold, as an array; each counts against the rate of its client.</summary>
    public int MaxBatchedRequests { get; init; } = 10;

    /// <summary>Tokens of a document.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Levels of fields inside each other; introspection counts as one.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Root fields of an operation; each is one statement.</summary>
    public int MaxRootFields { get; init; } = 50;

    /// <summary>Fields of an operation, fragments spread.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>Fields with an alias in an operation, fragments spread.</summary>
    public int MaxAliases { get; init; } = 200;

    /// <summary>Conditions in all filters of an operation, fragments spread: each comparison is one, and each object
    /// or list that contains none.</summary>
    public int MaxConditions { get; init; } = 500;

    /// <summary>
    /// Steps that checking and planning a document may take: nodes looked at and pairs of fields, fragments and operations
    /// compared. Documents of people and of client tools take a few thousand; 100,000 are up to 50 milliseconds of work.
    /// </summary>
    public long MaxPreparationSteps { get; init; } = 100_000;

    /// <summary>Rows a connection returns when nothing is asked for.</summary>
    public int DefaultPageSize { get; init; } = 20;

    /// <summary>Rows a connection can return.</summary>
    public int MaxPageSize { get; init; } = 1_000;

    /// <summary>Rows and groups that all lists of an operation together could return.</summary>
    public long MaxNodes { get; init; } = 50_000;

    /// <summary>
    /// Points that an operation may cost. A relation or list costs 1 point, for each row of the list around it, plus 1
    /// for each row it can return. On a connection each condition of its filter costs 1 more, <c>totalCount</c> and
    /// <c>aggregate</c> together 100, and each <c>groups</c> 100: they read the whole list. So does a single object that
    /// is counted from many rows (<see cref="Types.Field.Costing"/>). Other fields cost nothing.
    /// The figure follows from what is really asked: from page sizes and filters as sent, in the text or in variables.
    /// </summary>
    public long MaxCost { get; init; } = 200_000;

    /// <summary>How long all statements of a request together may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Requests that the database works on at once; the others wait for their turn. A request that takes longer than 20
    /// milliseconds no longer counts. By default twice the processors of this machine: where the database has a machine of
    /// its own, write twice the processors of that one.
    /// </summary>
    public int MaxConcurrentRequests { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>
    /// Requests of one client that the database works on at once, however long they take; the client's others wait for them.
    /// So slow ones of one client take neither the processors nor the connections of all.
    /// </summary>
    public int MaxConcurrentRequestsPerClient { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Characters of a text that <c>startsWith</c>, <c>contains</c> or <c>icontains</c> looks for in every row.</summary>
    public int MaxPatternLength { get; init; } = 100;

    /// <summary>Connections that stay open at once: WebSockets and event streams together.</summary>
    public int MaxStreams { get; init; } = 10_000;

    /// <summary>Those of one client.</summary>
    public int MaxStreamsPerClient { get; init; } = 100;

    /// <summary>Operations that run at once on one WebSocket.</summary>
    public int MaxOperationsPerSocket { get; init; } = 100;

    /// <summary>How long a client may leave what it was sent unread before it is told so and cut off.</summary>
    public TimeSpan SlowClientTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a WebSocket may be open without <c>connection_init</c>.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Characters of documents and statements kept for reuse; one costs up to 50 bytes of memory.</summary>
    public long CacheCharacters { get; init; } = 8 * 1024 * 1024;

    /// <summary>Whether clients may ask for the schema; <c>__typename</c> always works.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Whether clients may register documents by their hash (Apollo's automatic persisted queries).</summary>
    public bool PersistedQueries { get; init; } = true;

    /// <summary>Whether every document that is no trusted one is refused.</summary>
    public bool TrustedDocumentsOnly { get; init; }
}
