using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Domain;
using Nethereum.ABI.ABIDeserialisation;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;

namespace Indexer.Nodes.Tests;

/// <summary>The contract ABI by Nethereum, so that no test believes our ABI code because our ABI code says so.</summary>
public static class LabAbi
{
    /// <summary>Call data, hexadecimal with 0x.</summary>
    /// <param name="function">Declaration of the function.</param>
    /// <param name="arguments">BigInteger, int or long, AccountId, bool, or byte[].</param>
    public static string Call(string function, params IEnumerable<object> arguments)
    {
        var called = ABIDeserialiserFactory.DeserialiseContractABI($"function {function}").Functions.Single();
        return new FunctionCallEncoder().EncodeRequest(called.Sha3Signature, called.InputParameters, Plain(arguments));
    }

    /// <summary>Arguments of a constructor, hexadecimal without 0x.</summary>
    /// <param name="parameters">Declaration of its parameters, for example <c>(address asset)</c>.</param>
    /// <param name="arguments">The arguments.</param>
    public static string Constructor(string parameters, params IEnumerable<object> arguments)
    {
        var created = ABIDeserialiserFactory.DeserialiseContractABI($"constructor{parameters}").Constructor;
        return new ParametersEncoder().EncodeParameters(created.InputParameters, Plain(arguments)).ToHex();
    }

    /// <summary>The first topic of an event, hexadecimal with 0x.</summary>
    public static string Topic(string declaration) =>
        "0x" + ABIDeserialiserFactory.DeserialiseContractABI($"event {declaration}").Events.Single().Sha3Signature;

    /// <summary>The words of an answer to <c>eth_call</c>.</summary>
    public static BigInteger[] Words(string hex) =>
        [
            .. Convert
                .FromHexString(hex.AsSpan(2))
                .Chunk(32)
                .Select(word => new BigInteger(word, isUnsigned: true, isBigEndian: true)),
        ];

    /// <summary>The account in a word.</summary>
    public static AccountId Account(BigInteger word)
    {
        var bytes = word.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new AccountId([.. new byte[AccountId.EvmLength - bytes.Length], .. bytes]);
    }

    /// <summary>A reader of logs.</summary>
    /// <param name="declarations">The events that it knows.</param>
    /// <returns>From a log as JSON-RPC gives it the event's name and its values as text: integers in decimal, addresses in lower case.</returns>
    public static Func<JsonElement, (string Name, IReadOnlyList<string> Values)> Reader(
        IEnumerable<string> declarations
    )
    {
        var events = declarations
            .Select(text => ABIDeserialiserFactory.DeserialiseContractABI($"event {text}").Events.Single())
            .ToList();
        return log =>
        {
            var topics = log.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()!).ToArray();
            var known = events.Single(candidate =>
                topics[0] == $"0x{candidate.Sha3Signature}"
                && topics.Length == 1 + candidate.InputParameters.Count(parameter => parameter.Indexed)
            );
            var decoded = known.DecodeEventDefaultTopics(
                new FilterLog { Topics = [.. topics], Data = log.GetProperty("data").GetString() }
            );
            return (known.Name, [.. decoded.Event.OrderBy(value => value.Parameter.Order).Select(Text)]);
        };
    }

    private static string Text(ParameterOutput value) =>
        value.Result is byte[] bytes
            ? "0x" + Convert.ToHexStringLower(bytes)
            : Convert.ToString(value.Result, CultureInfo.InvariantCulture)!.ToLowerInvariant();

    private static object[] Plain(IEnumerable<object> arguments) =>
        [.. arguments.Select(argument => argument is AccountId account ? account.ToString() : argument)];
}
