namespace Indexer.Storage;

/// <summary>Which rows are the two sides of one bridge transfer, in SQL: the one rule of everything that reads them.</summary>
public static class BridgeSql
{
    /// <summary>
    /// Whether two rows are the two sides of one transfer. Where the messengers of both networks are indexed their hash tells equal transfers apart; else the
    /// first to leave is the first to arrive.
    /// </summary>
    /// <param name="one">From a column's name to SQL for it in one row.</param>
    /// <param name="other">The same for the other row.</param>
    public static string AreSides(Func<string, string> one, Func<string, string> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return $"""
            ({other("message")} = {one("message")} and {other("direction")} = {one("direction")} and {other(
                "side"
            )} <> {one("side")}
             and {other("network")} <> {one("network")} and case when {one("message_hash")} is null or {other(
                "message_hash"
            )} is null
              then {other("number")} = {one("number")} else {other("message_hash")} = {one("message_hash")} end)
            """;
    }
}
