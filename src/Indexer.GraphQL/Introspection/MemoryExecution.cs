using System.Buffers;
using System.Collections;
using System.Text.Json;
using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

/// <summary>Answers introspection from memory.</summary>
internal static class MemoryExecution
{
    /// <summary>From the leaves of the variables to the JSON of a root field; holds nothing of this one request.</summary>
    public static Func<object?[], byte[]> Plan(FieldCollector collector, SelectedField root)
    {
        var field = Prepare(collector, root, collector.Schema.Query);
        return leaves =>
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, Json.Writer))
            {
                Write(writer, field, parent: null, leaves);
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
            leaves => names.ToDictionary(name => name, name => readers.GetValueOrDefault(name)?.Invoke(leaves)),
            type is null
                ? []
                : [.. collector.Collect(type, selected.Selections).Select(item => Prepare(collector, item, type))]
        );
    }

    private static void Write(Utf8JsonWriter writer, MemoryField field, object? parent, object?[] leaves)
    {
        if (field.TypeName is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            WriteValue(writer, field, field.Source!.Read(parent, field.Arguments(leaves)), leaves);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, MemoryField field, object? value, object?[] leaves)
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
                    WriteValue(writer, field, item, leaves);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var child in field.Children)
                {
                    writer.WritePropertyName(child.Key);
                    Write(writer, child, value, leaves);
                }

                writer.WriteEndObject();
                break;
        }
    }
}
