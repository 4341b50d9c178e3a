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
