using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Nodes.Tests;

/// <summary>A log from the receipt of its transaction, decoded by Nethereum.</summary>
/// <param name="Contract">Who emitted it.</param>
/// <param name="Height">Height of its block.</param>
/// <param name="Index">Index in its block.</param>
/// <param name="Name">The event.</param>
/// <param name="Values">The parameters: integers in decimal, addresses in lower case.</param>
public sealed record DecodedLog(AccountId Contract, long Height, int Index, string Name, IReadOnlyList<string> Values)
{
    /// <summary>All logs of the lab's events up to a height, in order.</summary>
    public static async Task<List<DecodedLog>> ReadAsync(PhalaLab lab, long height)
    {
        var requests = Enumerable
            .Range(0, (int)height + 1)
            .Select(h => new RpcRequest("eth_getBlockReceipts", $"0x{h:x}"));
        var logs = (await lab.Node.Rpc.BatchAsync([.. requests]))
            .SelectMany(answer => answer.Require().EnumerateArray())
            .SelectMany(receipt => receipt.GetProperty("logs").EnumerateArray())
            .ToList();
        var read = LabAbi.Reader(PhalaLab.Events);
        return logs.ConvertAll(log =>
        {
            var (name, values) = read(log);
            return new DecodedLog(
                EvmAddress.Parse(log.GetProperty("address").GetString()!),
                Hex(log, "blockNumber"),
                (int)Hex(log, "logIndex"),
                name,
                values
            );
        });
    }

    public BigInteger Number(int parameter) => BigInteger.Parse(Values[parameter], CultureInfo.InvariantCulture);

    public Pha Amount(int parameter) => Pha.FromWei(Number(parameter));

    public AccountId Account(int parameter) => EvmAddress.Parse(Values[parameter]);

    private static long Hex(JsonElement log, string name) =>
        long.Parse(log.GetProperty(name).GetString().AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
