using System.Collections.Immutable;
using System.Numerics;
using Indexer.Domain;
using Indexer.Evm.Abi;

namespace Indexer.Evm;

/// <summary>A decoded log: the event and its values by parameter name.</summary>
public sealed class EvmEvent
{
    internal EvmEvent(AbiEvent definition, ImmutableArray<object> values) =>
        (Definition, Values) = (definition, values);

    /// <summary>The event that was emitted.</summary>
    public AbiEvent Definition { get; }

    /// <summary>Its name.</summary>
    public string Name => Definition.Name;

    /// <summary>
    /// The values in the order of <see cref="AbiEvent.Parameters"/>: BigInteger, AccountId, bool, byte[], string, or a list of
    /// these for arrays and tuples. An indexed bytes, string, array or tuple is the 32-byte hash of its value.
    /// </summary>
    public ImmutableArray<object> Values { get; }

    /// <summary>An <c>address</c>.</summary>
    /// <exception cref="ArgumentException">The event has no such parameter, or it has another type.</exception>
    public AccountId Address(string name) => Get<AccountId>(name);

    /// <summary>An integer of any width.</summary>
    /// <exception cref="ArgumentException">The event has no such parameter, or it has another type.</exception>
    public BigInteger UInt256(string name) => Get<BigInteger>(name);

    /// <summary>A <c>bool</c>.</summary>
    /// <exception cref="ArgumentException">The event has no such parameter, or it has another type.</exception>
    public bool Bool(string name) => Get<bool>(name);

    /// <summary>A <c>bytes</c> or <c>bytesN</c>, or the hash of an indexed value of dynamic type.</summary>
    /// <exception cref="ArgumentException">The event has no such parameter, or it has another type.</exception>
    public byte[] Bytes(string name) => Get<byte[]>(name);

    /// <summary>A <c>string</c>; bytes that are not UTF-8 show as U+FFFD.</summary>
    /// <exception cref="ArgumentException">The event has no such parameter, or it has another type.</exception>
    public string Text(string name) => Get<string>(name);

    /// <summary>An array or tuple.</summary>
    /// <exception cref="ArgumentException">The event has no such parameter, or it has another type.</exception>
    public IReadOnlyList<object> List(string name) => Get<IReadOnlyList<object>>(name);

    private T Get<T>(string name)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Definition.Parameters[i].Name == name)
            {
                return Values[i] is T value
                    ? value
                    : throw new ArgumentException(
                        $"{Definition}.{name} is {Definition.Parameters[i].Type}, not {typeof(T).Name}.",
                        nameof(name)
                    );
            }
        }

        throw new ArgumentException($"{Definition} has no parameter {name}.", nameof(name));
    }
}
