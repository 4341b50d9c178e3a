using System.Text.RegularExpressions;

namespace Indexer.JsonRpc;

/// <summary>
/// Tells the error objects of nodes and providers apart. Codes alone do not: -32005 is both "too many requests" and
/// "query returned more than N results" at one provider, and "batches are not supported" at jsonrpsee servers. The wordings are
/// those of geth, reth, erigon, Nethermind, Besu and Substrate nodes, and of the public providers before them.
/// </summary>
internal static partial class NodeErrors
{
    /// <summary>geth's code for an answer beyond its size limit; used as well for what is too large for us or for HTTP.</summary>
    public const int ResponseTooLarge = -32003;

    private const int MethodNotFound = -32601;
    private const int InternalError = -32603;
    private const int LimitExceeded = -32005;
    private const int Reverted = 3;
    private const int Pruned = 4444;
    private const int UnknownBlock = -39001;
    private const string Logs = "eth_getLogs";

    /// <summary>What helps after an error.</summary>
    public static FailureKind Sort(string method, int code, string message) =>
        IsRateLimit(method, code, message) ? FailureKind.Waiting
        : code == Reverted || ContractFailure().IsMatch(message) ? FailureKind.Final
        : code is Pruned or UnknownBlock || Elsewhere().IsMatch(message) ? FailureKind.OtherEndpoint
        : method == Logs && code != MethodNotFound && !Unready().IsMatch(message) ? FailureKind.SmallerRequest
        : code == ResponseTooLarge || TooLarge().IsMatch(message) ? FailureKind.SmallerRequest
        : code == MethodNotFound || IsPassing(method, code, message) ? FailureKind.Waiting
        : FailureKind.OtherEndpoint;

    /// <summary>Whether the caller is asked to slow down; that is never an answer.</summary>
    public static bool IsRateLimit(string method, int code, string message) =>
        code is 429 or -32016 or -32029
        || RateLimit().IsMatch(message)
        || (code == LimitExceeded && method != Logs && !AboutTheQuestion().IsMatch(message));

    /// <summary>Whether the node had a passing problem; if that stays, the error is the answer.</summary>
    public static bool IsPassing(string method, int code, string message) =>
        (code == InternalError || Busy().IsMatch(message))
        && !(method == Logs && !Unready().IsMatch(message))
        && !AboutTheQuestion().IsMatch(message)
        && !ContractFailure().IsMatch(message)
        && !Elsewhere().IsMatch(message);

    /// <summary>Whether the node says that it does not keep what is so old.</summary>
    public static bool IsPruned(int code, string message) => code == Pruned || Old().IsMatch(message);

    /// <summary>Whether a single error in place of many answers is about their number.</summary>
    public static bool IsAboutBatch(string message) => message.Contains("batch", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a contract refused a call rather than the node.</summary>
    public static bool IsContractFailure(int code, string message) =>
        code == Reverted || ContractFailure().IsMatch(message);

    [GeneratedRegex(
        "rate.?limit|too many requests|request (rate|count|limit)|(requests|units|credits|calls) per|throttl|(capacity|quota) (was |has been |is )?exceeded|exceeded (its|your|the) .*(capacity|quota)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RateLimit();

    [GeneratedRegex(
        "revert|invalid opcode|vm (execution error|exception)|out of gas|stack (under|over)flow|invalid jump",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ContractFailure();

    [GeneratedRegex(
        "(header|block|state|trie node|receipt|history|parent)[^.]{0,80}(not found|not available|unavailable|missing|unknown|discarded|pruned|cannot be found|does not exist|not (yet )?known)"
            + "|(unknown|missing|future) ?(block|header|trie node|state)|pruned|archive|historical|blockoutofrange"
            + "|(beyond|past|after|ahead of|greater than|higher than) (the )?((current|latest|last|chain) )*(head|block|accepted)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Elsewhere();

    [GeneratedRegex(
        "missing trie node|discarded|pruned|archive|historical|(state|history)[^.]{0,40}(not available|unavailable)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Old();

    [GeneratedRegex(
        "(response|result|answer|payload|body|request)[^.]{0,40}too (large|big|long)|response size",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TooLarge();

    [GeneratedRegex(
        "result|logs|range|response|batch|revert|query",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AboutTheQuestion();

    [GeneratedRegex(
        "try again|temporar|overload|unavailable|busy|not ready|syncing|time(d )?.?out",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Busy();

    // What a node says of itself, whatever it was asked.
    [GeneratedRegex(
        "^internal (server )?error\\.?$|temporar|overload|busy|service unavailable|not ready|syncing",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Unready();
}
