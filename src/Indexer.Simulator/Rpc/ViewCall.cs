using System.Text.Json.Nodes;
using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator.Rpc;

/// <summary>
/// eth_call of the vault's views (totalAssets, totalSupply, balanceOf, unlockRequests, decimals and its parameters) and of those of
/// the governors, their tokens and timelocks, and of the portal.
/// </summary>
internal sealed class ViewCall(EthereumBooks books)
{
    private static readonly string MaturityDelay = new AbiFunction("proofMaturityDelaySeconds()").Selector;

    public string Run(JsonNode? call)
    {
        var to = call?["to"]?.GetValue<string>().ToLowerInvariant();
        var data = (call?["data"] ?? call?["input"])?.GetValue<string>().ToLowerInvariant();
        return to is null || data is null ? "0x"
            : to == Addresses.Portal.Hex ? Portal(new(data))
            : to != Addresses.Vault.Hex ? Hex.Encode(new GovernorCall(books, new(data)).Run(new(to)))
            : books.Vault is { } vault ? Vault(vault, new(data))
            : "0x";
    }

    private static string Portal(CallInput input) =>
        input.Selector == MaturityDelay ? Word(SimulatedEthereum.ProofMaturityDelay) : throw CallInput.Reverted();

    private string Vault(VaultBook vault, CallInput input) =>
        input.Selector switch
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
            "0x70a08231" => Word(books.Shares.GetValueOrDefault(input.Address(0))),
            "0x3115da18" => Requests(input.Address(0)),
            _ => throw CallInput.Reverted(),
        };

    private static string Word(UInt128 value) => Hex.Encode(AbiCoder.Word(value));

    private string Requests(EvmAddress owner)
    {
        var open = books.Requests.Where(request => request.Owner == owner).ToList();
        var bytes = AbiCoder.Word((UInt128)32).Concat(AbiCoder.Word((UInt128)open.Count));
        foreach (var request in open)
        {
            bytes = bytes
                .Concat(AbiCoder.Word(request.Receiver))
                .Concat(AbiCoder.Word(request.Assets))
                .Concat(AbiCoder.Word(request.StartTime));
        }
        return Hex.Encode(bytes.ToArray());
    }
}
