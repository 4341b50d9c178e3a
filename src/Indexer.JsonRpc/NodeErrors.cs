using System.Text.RegularExpressions;

namespace Indexer.JsonRpc;

/// <summary>
/// Tells the error objects of nodes and providers apart. Codes alone do not: -32005 is both "too many requests" and
/// "query returned more than N results" at one provider, and "batches are not supported" at jsonrpsee servers.
/// </summary>
internal static partial class NodeErrors
{
    /// <summary>geth's code for an answer beyond its size limit; used as well for answers beyond the client's own limit.</summary>
    public const int ResponseTooLarge = -32003;

    private const int InternalError = -32603;
    private const int LimitExceeded = -32005;

    public static NodeErrorKind Classify(int code, string message)
    {
        if (code is 429 or -32016 || RateLimit().IsMatch(message))
        {
            return NodeErrorKind.RateLimit;
        }

        if (AboutTheQuestion().IsMatch(message))
        {
            return NodeErrorKind.Final;
        }

        return code switch
        {
            LimitExceeded => NodeErrorKind.RateLimit,
            InternalError => NodeErrorKind.Passing,
            _ => Busy().IsMatch(message) ? NodeErrorKind.Passing : NodeErrorKind.Final,
        };
    }

    [GeneratedRegex(
        "rate.?limit|too many requests|request (rate|count|limit)|(requests|units|credits|calls) per|throttl|(capacity|quota) (was |has been |is )?exceeded|exceeded (its|your|the) .*(capacity|quota)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RateLimit();

    [GeneratedRegex(
        "result|logs|range|response|batch|revert|query",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AboutTheQuestion();

    [GeneratedRegex(
        "try again|temporar|overload|unavailable|busy",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Busy();
}
