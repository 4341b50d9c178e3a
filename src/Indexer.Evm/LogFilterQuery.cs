using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>The logs of some contracts, prepared for asking nodes and for checking what they answer.</summary>
internal sealed class LogFilterQuery
{
    private readonly HashSet<AccountId> addresses;
    private readonly List<int[]> addressBits;
    private readonly string[] addressTexts;

    public LogFilterQuery(IReadOnlyCollection<AccountId> contracts)
    {
        if (contracts.Count == 0)
        {
            throw new ArgumentException("A log filter needs at least one contract address.", nameof(contracts));
        }

        addresses = [.. contracts];
        addressTexts = [.. addresses.Select(address => address.ToString())];
        addressBits = [.. addresses.Select(address => LogBloom.BitsOf(address.Bytes))];
    }

    /// <summary>The parameter of <c>eth_getLogs</c> for a range of heights, both ends included.</summary>
    public Dictionary<string, object> For(long from, long to) =>
        new()
        {
            ["address"] = addressTexts,
            ["fromBlock"] = JsonHex.Of(from),
            ["toBlock"] = JsonHex.Of(to),
        };

    /// <summary>The parameter of <c>eth_getLogs</c> for one block.</summary>
    public Dictionary<string, object> For(byte[] blockHash) =>
        new() { ["address"] = addressTexts, ["blockHash"] = Hex.Of(blockHash) };

    /// <summary>Whether a log is one of those asked for.</summary>
    public bool Accepts(EvmLog log) => addresses.Contains(log.Address);

    /// <summary>Whether a block may have such a log.</summary>
    public bool MayBeIn(byte[] bloom) => addressBits.Exists(bits => LogBloom.Has(bloom, bits));
}
