using System.Buffers;
using System.Collections;
using System.Collections.ObjectModel;
using System.Text.Json;
using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

/// <summary>Answers introspection from memory.</summary>
internal static class MemoryExecution
{
    /// <summary>What one request may be told: several times the whole schema, as client tools ask for it.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>
    /// From the leaves of the variables, and the bytes that may be written, to the JSON of a root field; holds nothing of this
    /// one request.
    /// </summary>
    public static Func<object?[], long, byte[]> Plan(FieldCollector collector, SelectedField root)
    {
        var field = Prepare(collector, root, collector.Schema.Query);
        return (leaves, maxBytes) =>
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, Json.Writer))
            {
                Write(writer, field, parent: null, leaves, maxBytes);
            }

            return buffer.WrittenSpan.ToArray();
        };
    }

    private static MemoryField Prepare(FieldCollector collector, SelectedField selected, ObjectType owner)
    {
        var readers = LiteralCoercion
            .Arguments(selected.Field.Arguments, selected.First.Arguments, collector.Variables)
            .ToDictionary(argument => argument.Key, argument => LiteralCoercion.Leaf(argument.Value));
        var names = selected.Field.Arguments.Select(argument => argument.Name).ToList();
        var type = selected.Field.Type.Named as ObjectType;
        return new MemoryField(
            selected.Key,
            selected.Field.Name == "__typename" ? owner.Name : null,
            selected.Field.Source as MemorySource,
            leaves =>
                names.Count == 0
                    ? ReadOnlyDictionary<string, object?>.Empty
                    : names.ToDictionary(name => name, name => readers.GetValueOrDefault(name)?.Invoke(leaves)),
            type is null
                ? []
                : [.. collector.Collect(type, selected.Selections).Select(item => Prepare(collector, item, type))]
        );
    }

    private static void Write(Utf8JsonWriter writer, MemoryField field, object? parent, object?[] leaves, long maxBytes)
    {
        if (field.TypeName is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            WriteValue(writer, field, field.Source!.Read(parent, field.Arguments(leaves)), leaves, maxBytes);
        }
    }

    private static void WriteValue(
        Utf8JsonWriter writer,
        MemoryField field,
        object? value,
        object?[] leaves,
        long maxBytes
    )
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(writer, field, item, leaves, maxBytes);
                }

                writer.WriteEndArray();
                break;
            default:
                var written = writer.BytesCommitted + writer.BytesPending;
                if (written > maxBytes)
                {
                    throw OperationLimits.Exceeded(
                        $"What the query asks about the schema has {MaxBytes - maxBytes + written} bytes or more",
                        MaxBytes
                    );
                }

                writer.WriteStartObject();
                foreach (var child in field.Children)
                {
                    writer.WritePropertyName(child.Key);
                    Write(writer, child, value, leaves, maxBytes);
                }

                writer.WriteEndObject();
                break;
        }
    }
}

/// <summary>A field of an introspection response, ready to be written.</summary>
/// <param name="Key">Its response key.</param>
/// <param name="TypeName">The constant to write, for <c>__typename</c>.</param>
/// <param name="Source">How to compute it otherwise.</param>
/// <param name="Arguments">From the leaves of the variables to the argument values.</param>
/// <param name="Children">The fields of the object, or of the objects in the list.</param>
internal sealed record MemoryField(
    string Key,
    string? TypeName,
    MemorySource? Source,
    Func<object?[], IReadOnlyDictionary<string, object?>> Arguments,
    IReadOnlyList<MemoryField> Children
);

/// <summary>Declares fields whose values are computed in memory.</summary>
internal static class MemoryFields
{
    public static Field Memory<T>(
        this ObjectType owner,
        string name,
        GraphType type,
        string description,
        Func<T, object?> read
    ) => owner.Add(new Field(name, type, description, new MemorySource((parent, _) => read((T)parent!))));

    /// <summary>The description; null when there is none, as section 4.2 of the specification has it.</summary>
    public static void MemoryDescription<T>(this ObjectType owner, Func<T, string?> read) =>
        owner.Memory<T>("description", Scalars.String, "", it => read(it) is { Length: > 0 } text ? text : null);

    /// <summary>A list that leaves out deprecated elements unless asked for them.</summary>
    public static Field MemoryList<TParent, TItem>(
        this ObjectType owner,
        string name,
        GraphType type,
        Func<TParent, IEnumerable<TItem>?> read,
        Func<TItem, string?> deprecation
    ) =>
        owner
            .Add(
                new Field(
                    name,
                    type,
                    "",
                    new MemorySource(
                        (parent, arguments) =>
                            arguments["includeDeprecated"] is true
                                ? read((TParent)parent!)
                                : read((TParent)parent!)?.Where(item => deprecation(item) is null)
                    )
                )
            )
            .Argument(new InputValue("includeDeprecated", Scalars.Boolean, "", "false"));

    public static Field MemoryInputs<T>(
        this ObjectType owner,
        string name,
        ObjectType input,
        bool isRequired,
        Func<T, IEnumerable<InputValue>?> read
    )
    {
        var type = input.NonNull().List();
        return owner.MemoryList(name, isRequired ? type.NonNull() : type, read, item => item.Deprecation);
    }
}
