using System.Text.RegularExpressions;

namespace Indexer.Snapshot;

/// <summary>Ids of proposals and votes: EIP-712 hashes, or of old ones the CIDs under which IPFS has them.</summary>
internal static partial class SnapshotId
{
    private const string Expected = "an id (0x and 64 hexadecimal digits, or an IPFS hash)";

    /// <summary>Whether a text is an id.</summary>
    public static bool Is(string text) => Pattern().IsMatch(text);

    public static string Read(HubObject fields) =>
        fields.Text("id") is var id && Pattern().IsMatch(id) ? id : throw fields.Wrong("id", Expected);

    [GeneratedRegex(
        "^(0x[0-9a-f]{64}|Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[a-z2-7]{50,60})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
