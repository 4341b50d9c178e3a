using System.Runtime.InteropServices;
using Indexer.Addresses;

namespace Indexer.Evm.Abi;

/// <summary>An event that a contract can emit, from its Solidity declaration.</summary>
public sealed class AbiEvent
{
    private readonly int indexedCount;

    private AbiEvent(string name, IReadOnlyList<AbiParameter> parameters)
    {
        Name = name;
        Parameters = parameters;
        Signature = name + AbiFunction.TypesOf(parameters);
        Topic0 = Keccak256.Hash(Signature);
        indexedCount = parameters.Count(parameter => parameter.IsIndexed);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its parameters in order.</summary>
    public IReadOnlyList<AbiParameter> Parameters { get; }

    /// <summary>The canonical signature, of which <see cref="Topic0"/> is the hash: <c>Transfer(address,address,uint256)</c>.</summary>
    public string Signature { get; }

    /// <summary>The first topic of its logs, 32 bytes.</summary>
    public byte[] Topic0 { get; }

    /// <summary>Reads a declaration.</summary>
    /// <param name="declaration">
    /// For example <c>Transfer(address indexed from, address indexed to, uint256 value)</c>; a leading <c>event</c> and a closing
    /// semicolon may be there.
    /// </param>
    /// <exception cref="AbiException">The text is not the declaration of an event with at most 3 indexed parameters.</exception>
    public static AbiEvent Parse(string declaration)
    {
        var reader = new AbiSignatureReader(declaration);
        reader.Skip("event");
        var name = reader.Word();
        if (name.Length == 0)
        {
            throw reader.Error("the name is missing");
        }

        var parameters = reader.Parameters(isEvent: true);
        reader.End();
        if (parameters.Count(parameter => parameter.IsIndexed) > 3)
        {
            throw reader.Error("more than 3 parameters are indexed");
        }

        return
            parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count() == parameters.Count
            ? new AbiEvent(name, parameters)
            : throw reader.Error("two parameters have the same name");
    }

    /// <summary>
    /// Whether a log is of this event. The first topic alone does not say so: it is the same for declarations that differ in
    /// which parameters are indexed, so the number of topics must fit too.
    /// </summary>
    public bool Matches(EvmLog log) => Matches(log.Topics);

    /// <summary>Decodes a log of this event.</summary>
    /// <exception cref="AbiException">The log is of another event or cannot be decoded; the message names event, field and log.</exception>
    public EvmEvent Decode(EvmLog log) => Decode(log.Topics, log.Data, log.ToString());

    /// <summary>Decodes topics and data of this event.</summary>
    /// <param name="topics">The topics of the log, 32 bytes each, <see cref="Topic0"/> first.</param>
    /// <param name="data">The data of the log.</param>
    /// <param name="log">Names the log in errors; may be null.</param>
    /// <exception cref="AbiException">The log is of another event or cannot be decoded; the message names event, field and log.</exception>
    public EvmEvent Decode(IReadOnlyList<byte[]> topics, ReadOnlySpan<byte> data, string? log = null)
    {
        var place = log is null ? "" : $" in {log}";
        if (!Matches(topics))
        {
            throw new AbiException($"{Name}: {1 + indexedCount} topics that begin with its hash are expected{place}.");
        }

        var values = new object[Parameters.Count];
        var reader = new AbiReader(data);
        var (topic, head) = (1, 0);
        for (var i = 0; i < values.Length; i++)
        {
            var (name, type, isIndexed) = Parameters[i];
            try
            {
                if (isIndexed)
                {
                    values[i] = Topic(type, topics[topic++]);
                    continue;
                }

                values[i] = reader.Read(type, head, 0);
                head += type.HeadSize;
            }
            catch (AbiException exception)
            {
                throw new AbiException($"{Name}.{name}: {exception.Message}{place}.");
            }
        }

        return new EvmEvent(this, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <inheritdoc />
    public override string ToString() => Signature;

    private static object Topic(AbiType type, byte[] topic) =>
        topic.Length != Keccak256.Length ? throw new AbiException($"a topic has {topic.Length} bytes")
        : type.IsHashedWhenIndexed ? topic
        : AbiReader.Word(type, topic);

    private bool Matches(IReadOnlyList<byte[]> topics) =>
        topics.Count == 1 + indexedCount && topics[0].AsSpan().SequenceEqual(Topic0);
}
