using System.Numerics;
using System.Text.Json;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Amounts of answers.</summary>
internal static class Amounts
{
    /// <summary>An amount of an answer in units of 10^-18 PHA.</summary>
    public static BigInteger Units(JsonElement row, string field)
    {
        var parts = row.GetProperty(field).GetString()!.Split('.');
        return BigInteger.Parse(parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(18, '0'));
    }
}
