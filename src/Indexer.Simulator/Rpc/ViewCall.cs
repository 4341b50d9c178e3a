using System.Text.Json.Nodes;
using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator.Rpc;

/// <summary>eth_call of the vault's views: totalAssets, totalSupply, balanceOf, unlockRequests, decimals and its parameters.</summary>
internal sealed class ViewCall(SimulatedEthereum chain, long height)
{
    private readonly EthereumBooks _books = chain.BooksAt(height);

    public string Run(JsonNode? call)
    {
        var to = call?["to"]?.GetValue<string>().ToLowerInvariant();
        var data = (call?["data"] ?? call?["input"])?.GetValue<string>().ToLowerInvariant();
        if (to != Addresses.Vault.Hex || data is null || _books.Vault is not { } vault)
        {
            return "0x";
        }
        return data[..Math.Min(10, data.Length)] switch
        {
            "0x01e1d114" => Word(vault.TotalAssets),
            "0x18160ddd" => Word(vault.TotalSupply),
            "0x313ce567" => Word(18),
            "0x7b0a47ee" => Word(vault.RewardRate),
            "0xba681c4d" => Word(vault.TreasuryRatio),
            "0xad24c0e2" => Word(vault.TreasuryAssets),
            "0x20d3a0b4" => Word(vault.UnlockPeriod),
            "0x4db5f9ca" => Word(vault.MaxUnlockRequests),
            "0x20b2eebe" => Word(vault.CheckpointTime),
            "0x37cbfb54" => Word(vault.CheckpointTotalAssets),
            "0x70a08231" => Word(_books.Shares.GetValueOrDefault(Argument(data))),
            "0x3115da18" => Requests(Argument(data)),
            _ => throw new RpcException(3, "execution reverted"),
        };
    }

    private static string Word(UInt128 value) => Hex.Encode(AbiEvent.Word(value));

    private static EvmAddress Argument(string data) =>
        data.Length >= 74 ? new("0x" + data[34..74]) : throw new RpcException(3, "execution reverted");

    private string Requests(EvmAddress owner)
    {
        var open = _books.Requests.Where(request => request.Owner == owner).ToList();
        var bytes = AbiEvent.Word((UInt128)32).Concat(AbiEvent.Word((UInt128)open.Count));
        foreach (var request in open)
        {
            bytes = bytes
                .Concat(AbiEvent.Word(request.Receiver))
                .Concat(AbiEvent.Word(request.Assets))
                .Concat(AbiEvent.Word(request.StartTime));
        }
        return Hex.Encode(bytes.ToArray());
    }
}
