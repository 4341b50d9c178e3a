using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Evm;

/// <summary>What a provider's refusal of an <c>eth_getLogs</c> range says about the range that it would take.</summary>
/// <param name="Blocks">Number of blocks; null when the text says none.</param>
/// <param name="IsLimit">Whether that is a limit of the plan, for every range; else it is meant for this range only.</param>
internal readonly partial record struct LogRangeHint(long? Blocks, bool IsLimit)
{
    private const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
    private const string Count = @"(?<n>(?>\d[\d,_]*))\s*(?<k>k\b)?";

    /// <summary>Reads the text of an error.</summary>
    public static LogRangeHint Read(string error)
    {
        if (UpTo().Match(error) is { Success: true } most && !error.Contains("any block range", Ignoring))
        {
            return Most(most);
        }

        if (Suggestion().Match(error) is { Success: true } range)
        {
            return
                Hex(range.Groups["from"].ValueSpan) is { } from
                && Hex(range.Groups["to"].ValueSpan) is { } to
                && to >= from
                ? new LogRangeHint(to - from + 1, IsLimit: false)
                : default;
        }

        if (Limit().Match(error) is { Success: true } limit)
        {
            return Most(limit);
        }

        // Ankr does not name its limit.
        return error.Contains("block range is too wide", Ignoring) ? new LogRangeHint(3_000, IsLimit: true) : default;
    }

    private static LogRangeHint Most(Match limit)
    {
        var digits = limit.Groups["n"].Value.Replace(",", "").Replace("_", "");
        var thousands = limit.Groups["k"].Success ? 1_000 : 1;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var blocks) && blocks > 0
            ? new LogRangeHint((long)blocks * thousands, IsLimit: true)
            : default;
    }

    private static long? Hex(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    // Infura: "Try with this block range [0x1, 0x2]". Alchemy: "this block range should work: [0x1, 0x2]".
    [GeneratedRegex(
        @"block range[^\[]{0,40}\[\s*0x(?<from>[0-9a-f]{1,15})\s*,\s*0x(?<to>[0-9a-f]{1,15})\s*\]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Suggestion();

    // Alchemy: "requests with up to a 10 block range"; elsewhere it goes on "or you can request any block range with a cap".
    [GeneratedRegex(
        $@"up to (a |an )?{Count} block range",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex UpTo();

    // "limited to a 10,000 block range", "limited to 0 - 1000 blocks", "maximum block range: 1000", "Max range: 800",
    // "exceeds the range allowed for your plan (1000 > 500)", "range is too large, max is 10k blocks",
    // "ranges over 10000 blocks are not supported on freetier", "max block range = 500", "range 2000 exceeds limit of 500".
    [GeneratedRegex(
        $@"limited to (a |an )?(0 ?- ?)?{Count}(?!\s*(results|logs|requests))"
            + $@"|max(imum)? (block )?range( is|:| =)? ?{Count}"
            + $@"|range \d[\d,_]* exceeds (the )?limit of {Count}"
            + $@"|range allowed for your plan \(\d[\d,_]* ?> ?{Count}"
            + $@"|range is too large, max(imum)?( is|:)? {Count}"
            + $@"|ranges over {Count} blocks",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Limit();
}
