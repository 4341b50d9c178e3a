using System.Numerics;
using Indexer.Domain;
using Nethereum.ABI;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>Encodes values by the contract ABI, with Nethereum.</summary>
internal static class AbiData
{
    private static readonly ABIEncode Encoder = new();

    /// <summary>The values of an event that are not indexed: numbers, accounts, texts, bytes, and arrays of these.</summary>
    public static byte[] Of(params object[] values) =>
        Encoder.GetABIEncoded([.. values.Select(value => new ABIValue(TypeOf(value), Plain(value)))]);

    /// <summary>One word.</summary>
    public static byte[] Word(object value) => Of(value);

    private static string TypeOf(object value) =>
        value switch
        {
            AccountId => "address",
            BigInteger or int => "uint256",
            bool => "bool",
            string => "string",
            byte[] => "bytes",
            object[] list => $"{TypeOf(list.Length > 0 ? list[0] : 0)}[]",
            _ => throw new ArgumentException($"{value} is no value of an event", nameof(value)),
        };

    private static object Plain(object value) =>
        value switch
        {
            AccountId account => account.ToString(),
            int number => (BigInteger)number,
            object[] list => Array.ConvertAll(list, Plain),
            _ => value,
        };
}
