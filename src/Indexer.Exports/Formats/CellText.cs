using System.Globalization;
using Indexer.Domain;

namespace Indexer.Exports.Formats;

/// <summary>Values as text.</summary>
internal static class CellText
{
    /// <summary>The text of a value: amounts exact and without exponent, times in UTC with a Z.</summary>
    public static string? Of(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            Pha amount => amount.ToString(),
            DateTime time => Period.Text(time),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
