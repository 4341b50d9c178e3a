using System.Globalization;
using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A filter prepared for asking nodes and for checking what they answer.</summary>
internal sealed class LogFilterQuery
{
    private readonly HashSet<AccountId> addresses;
    private readonly HashSet<string> topics;
    private readonly List<int[]> addressBits;
    private readonly List<int[]> topicBits;
    private readonly string[] addressTexts;
    private readonly string[] topicTexts;

    public LogFilterQuery(EvmLogFilter filter)
    {
        if (filter.Addresses.Count == 0)
        {
            throw new ArgumentException("A log filter needs at least one contract address.", nameof(filter));
        }

        addresses = [.. filter.Addresses];
        addressTexts = [.. addresses.Select(address => address.ToString())];
        addressBits = [.. addresses.Select(address => LogBloom.BitsOf(address.Bytes))];
        topicTexts = [.. filter.Topics.Select(Hex).Distinct(StringComparer.Ordinal)];
        topicBits = [.. filter.Topics.Select(topic => LogBloom.BitsOf(topic))];
        topics = [.. topicTexts];
    }

    /// <summary>The parameter of <c>eth_getLogs</c> for a range of heights, both ends included.</summary>
    public Dictionary<string, object> For(long from, long to)
    {
        var query = Common();
        query["fromBlock"] = Quantity(from);
        query["toBlock"] = Quantity(to);
        return query;
    }

    /// <summary>The parameter of <c>eth_getLogs</c> for one block.</summary>
    public Dictionary<string, object> For(byte[] blockHash)
    {
        var query = Common();
        query["blockHash"] = Hex(blockHash);
        return query;
    }

    /// <summary>Whether a log is one of those asked for.</summary>
    public bool Accepts(EvmLog log) =>
        addresses.Contains(log.Address)
        && (topics.Count == 0 || (log.Topics.Length > 0 && topics.Contains(Hex(log.Topics[0]))));

    /// <summary>Whether a block may have such a log.</summary>
    public bool MayBeIn(byte[] bloom) =>
        addressBits.Exists(bits => LogBloom.Has(bloom, bits))
        && (topicBits.Count == 0 || topicBits.Exists(bits => LogBloom.Has(bloom, bits)));

    /// <summary>A height as nodes want it.</summary>
    public static string Quantity(long value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Bytes as nodes want them.</summary>
    public static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);

    private Dictionary<string, object> Common()
    {
        var query = new Dictionary<string, object> { ["address"] = addressTexts };
        if (topicTexts.Length > 0)
        {
            query["topics"] = new object[] { topicTexts };
        }

        return query;
    }
}
