using Indexer.Addresses;

namespace Indexer.Evm.Abi;

/// <summary>A function of a contract, to be called with arguments of one word each.</summary>
public sealed class AbiFunction
{
    private AbiFunction(string name, IReadOnlyList<AbiParameter> inputs, IReadOnlyList<AbiParameter> outputs)
    {
        (Name, Inputs, Outputs) = (name, inputs, outputs);
        Selector = Keccak256.Hash(name + TypesOf(inputs))[..4];
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<AbiParameter> Inputs { get; }

    /// <summary>What it returns.</summary>
    public IReadOnlyList<AbiParameter> Outputs { get; }

    /// <summary>The first 4 bytes of call data.</summary>
    public byte[] Selector { get; }

    /// <summary>Reads a declaration, for example <c>balanceOf(address owner) view returns (uint256)</c>.</summary>
    /// <exception cref="AbiException">The text is not the declaration of a function.</exception>
    public static AbiFunction Parse(string declaration)
    {
        var reader = new AbiSignatureReader(declaration);
        reader.Skip("function");
        var name = reader.Word();
        if (name.Length == 0)
        {
            throw reader.Error("the name is missing");
        }

        var inputs = reader.Parameters();
        while (reader.Skip("external") || reader.Skip("public") || reader.Skip("view") || reader.Skip("pure")) { }

        var outputs = reader.Skip("returns") ? reader.Parameters() : [];
        reader.End();
        return new AbiFunction(name, inputs, outputs);
    }

    /// <summary>Call data.</summary>
    /// <param name="arguments">One value for each input: BigInteger, int or long, AccountId, bool, or byte[] for <c>bytesN</c>.</param>
    /// <exception cref="AbiException">An argument is missing, too much, or does not fit its type.</exception>
    public byte[] Encode(params IReadOnlyList<object> arguments)
    {
        if (arguments.Count != Inputs.Count)
        {
            throw new AbiException($"{Name} takes {Inputs.Count} arguments, not {arguments.Count}.");
        }

        return [.. Selector, .. Inputs.Zip(arguments).SelectMany(pair => AbiWriter.Word(pair.First.Type, pair.Second))];
    }

    /// <summary>Decodes what a call returned.</summary>
    /// <param name="data">The bytes returned.</param>
    /// <returns>One value for each output: BigInteger, AccountId, bool, byte[], string, or a list of these.</returns>
    /// <exception cref="AbiException">The bytes do not encode the outputs.</exception>
    public IReadOnlyList<object> Decode(ReadOnlySpan<byte> data)
    {
        var reader = new AbiReader(data);
        var values = new object[Outputs.Count];
        var head = 0;
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = reader.Read(Outputs[i].Type, head, 0);
                head += Outputs[i].Type.HeadSize;
            }
            catch (AbiException exception)
            {
                throw new AbiException(
                    $"{Name} returned {data.Length} bytes of which output {Outputs[i].Name} cannot be read: {exception.Message}."
                );
            }
        }

        return values;
    }

    /// <inheritdoc />
    public override string ToString() => Name + TypesOf(Inputs);

    internal static string TypesOf(IReadOnlyList<AbiParameter> parameters) =>
        $"({string.Join(',', parameters.Select(parameter => parameter.Type.Name))})";
}
