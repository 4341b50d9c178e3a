using System.Text;

namespace Indexer.GraphQL.Language;

/// <summary>Prints values as graphql-js prints them, for messages.</summary>
internal static class ValuePrinter
{
    public static string Print(ValueNode value) =>
        value switch
        {
            VariableNode variable => "$" + variable.Name,
            IntNode number => number.Text,
            FloatNode number => number.Text,
            StringNode { IsBlock: true } text => StringPrinter.Block(text.Value),
            StringNode text => StringPrinter.Quote(text.Value),
            BooleanNode truth => truth.Value ? "true" : "false",
            NullNode => "null",
            EnumNode word => word.Name,
            ListNode list => $"[{string.Join(", ", list.Items.Select(Print))}]",
            ObjectNode item =>
                $"{{{string.Join(", ", item.Fields.Select(field => $"{field.Name.Value}: {Print(field.Value)}"))}}}",
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of value."),
        };
}

/// <summary>Prints strings of the language, quoted or as blocks, the way graphql-js does.</summary>
internal static class StringPrinter
{
    private const int LongLine = 70;

    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            text.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' or (>= '\x7f' and <= '\x9f') => $"\\u{(int)letter:X4}",
                    _ => letter.ToString(),
                }
            );
        }

        return text.Append('"').ToString();
    }

    public static string Block(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var isSingle = lines.Length == 1;
        var indented = !isSingle && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsInTriple = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var endsOpen = (value.EndsWith('"') && !endsInTriple) || value.EndsWith('\\');
        var isLong = !isSingle || value.Length > LongLine || endsOpen || indented || endsInTriple;
        var skipsFirst = isSingle && value.Length > 0 && value[0] is ' ' or '\t';
        var before = (isLong && !skipsFirst) || indented ? "\n" : "";
        var after = isLong || endsOpen ? "\n" : "";
        return $"\"\"\"{before}{escaped}{after}\"\"\"";
    }
}
