using System.Numerics;
using Indexer.Domain;
using Indexer.Evm.Abi;
using Nethereum.ABI.ABIDeserialisation;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.Model;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>The declarations of all handled and ignored events, and logs of the handled ones, against Nethereum.</summary>
public sealed class DeclarationTests
{
    public static TheoryData<string> Handled() =>
        [.. HandlerCatalog.Evm.All.Select(handler => Declaration(handler.Event)).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Topics_are_those_of_Nethereum()
    {
        var declarations = IgnoredLogs
            .Reasons.Keys.Select(key => key.Declaration)
            .Concat(Handled().Select(row => row.Data))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(
            declarations.Select(text => $"{text} {Nethereum(text).Sha3Signature}"),
            declarations.Select(text => $"{text} {Convert.ToHexStringLower(AbiEvent.Parse(text).Topic0)}")
        );
    }

    [Theory]
    [MemberData(nameof(Handled))]
    public void Values_encoded_by_Nethereum_are_decoded_again(string declaration)
    {
        var (definition, oracle) = (AbiEvent.Parse(declaration), Nethereum(declaration));
        var random = new Random(2035);
        for (var round = 0; round < 20; round++)
        {
            var values = oracle.InputParameters.Select(parameter => Value(parameter.Type, random)).ToList();
            var topics = new List<byte[]> { definition.Topic0 };
            var plain = new List<Parameter>();
            var data = new List<object>();
            foreach (var (parameter, value) in oracle.InputParameters.Zip(values))
            {
                if (parameter.Indexed)
                {
                    topics.Add(parameter.ABIType.Encode(value));
                }
                else
                {
                    plain.Add(parameter);
                    data.Add(value);
                }
            }

            var decoded = definition.Decode(topics, new ParametersEncoder().EncodeParameters([.. plain], [.. data]));

            Assert.Equal(values.Select(Shown), decoded.Values.Select(Shown));
        }
    }

    private static EventABI Nethereum(string declaration) =>
        ABIDeserialiserFactory.DeserialiseContractABI($"event {declaration}").Events.Single();

    private static string Declaration(AbiEvent definition) =>
        $"{definition.Name}({string.Join(", ", definition.Parameters.Select(parameter => $"{parameter.Type}{(parameter.IsIndexed ? " indexed" : "")} {parameter.Name}"))})";

    private static object Value(string type, Random random)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return Enumerable.Range(0, random.Next(4)).Select(_ => Value(type[..^2], random)).ToArray();
        }

        var bytes = new byte[32];
        random.NextBytes(bytes);
        return type switch
        {
            "address" => "0x" + Convert.ToHexStringLower(bytes.AsSpan(12)),
            "bool" => random.Next(2) == 1,
            "string" => new string('ä', random.Next(40)),
            "bytes" => bytes[..random.Next(33)],
            "bytes32" => bytes,
            _ when type.StartsWith("uint", StringComparison.Ordinal) => new BigInteger(
                bytes.AsSpan(0, int.Parse(type.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture) / 8),
                isUnsigned: true
            ),
            _ => throw new ArgumentException($"{type} is in no event", nameof(type)),
        };
    }

    private static string Shown(object value) =>
        value switch
        {
            AccountId account => account.ToString(),
            byte[] bytes => Convert.ToHexStringLower(bytes),
            IEnumerable<object> list => $"[{string.Join(", ", list.Select(Shown))}]",
            _ => $"{value}",
        };
}
