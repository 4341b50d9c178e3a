namespace Indexer.GraphQL;

/// <summary>The values of <c>extensions.code</c>.</summary>
public static class ErrorCodes
{
    /// <summary>The document is no GraphQL.</summary>
    public const string Syntax = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string Validation = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The request itself is malformed, or its operation cannot be chosen.</summary>
    public const string Request = "BAD_REQUEST";

    /// <summary>The server does not know the document that the request names; Apollo's clients then send its text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The server keeps no documents for clients; Apollo's clients then always send the text.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The server answers trusted documents only, and this is none.</summary>
    public const string Untrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>The client sends requests faster than allowed; Retry-After says when to go on.</summary>
    public const string RateLimit = "RATE_LIMITED";

    /// <summary>A variable, argument or cursor has no usable value.</summary>
    public const string Input = "BAD_USER_INPUT";

    /// <summary>The query is larger than a limit.</summary>
    public const string Limit = "LIMIT_EXCEEDED";

    /// <summary>The database took longer than allowed.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>A subscription wants to go on after a message that is no longer kept.</summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    /// <summary>The server failed; the log says how.</summary>
    public const string Internal = "INTERNAL";
}
