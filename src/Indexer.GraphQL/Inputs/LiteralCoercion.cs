using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;

namespace Indexer.GraphQL.Inputs;

/// <summary>Coerces validated literals, with the variables in them.</summary>
internal static class LiteralCoercion
{
    /// <summary>The value of a literal; null when it is a variable that was left out.</summary>
    public static InputNode? Coerce(ValueNode value, GraphType type, CoercedVariables? variables)
    {
        variables?.Work.Add();
        return value switch
        {
            VariableNode variable => variables!.Values.GetValueOrDefault(variable.Name),
            NullNode => NullInput.Instance,
            _ => type.Nullable switch
            {
                ListType { Of.IsLeaf: true } list => LeafList(value, list, variables),
                ListType list => new ListInput([.. Items(value).Select(item => Item(item, list, variables))]),
                InputObjectType item => Object((ObjectNode)value, item, variables),
                EnumType leaf => new EnumInput(leaf.Find(((EnumNode)value).Name)!),
                var leaf => Scalar(value, (ScalarType)leaf),
            },
        };
    }

    public static InputNode Default(InputValue input, string literal, CoercedVariables? variables = null) =>
        Coerce(Parser.ParseValue(literal), input.Type, variables)!;

    /// <summary>The arguments of a field or directive; those left out without default are absent.</summary>
    /// <exception cref="GraphQLRequestException">A required argument is a variable without value.</exception>
    public static Dictionary<string, InputNode> Arguments(
        IReadOnlyList<InputValue> defined,
        IReadOnlyList<ArgumentNode> given,
        CoercedVariables variables
    )
    {
        var values = new Dictionary<string, InputNode>();
        foreach (var argument in defined)
        {
            var node = given.FirstOrDefault(item => item.Name.Value == argument.Name);
            var value = node is null ? null : Coerce(node.Value, argument.Type, variables);
            value ??= argument.Default is { } literal ? Default(argument, literal, variables) : null;
            if (argument.Type.IsNonNull && value is null or NullInput)
            {
                throw new GraphQLRequestException(
                    $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" has no value.",
                    ErrorCodes.Input,
                    node is null ? [] : [node.Location]
                );
            }

            if (value is not null)
            {
                values[argument.Name] = value;
            }
        }

        return values;
    }

    private static IReadOnlyList<ValueNode> Items(ValueNode value) => value is ListNode list ? list.Items : [value];

    private static InputNode Item(ValueNode value, ListType list, CoercedVariables? variables) =>
        Coerce(value, list.Of, variables) ?? NullInput.Instance;

    private static LeafInput LeafList(ValueNode value, ListType type, CoercedVariables? variables)
    {
        var items = Items(value).Select(item => Leaf(Item(item, type, variables))).ToList();
        return new LeafInput(leaves => items.ConvertAll(item => item(leaves)));
    }

    /// <summary>How to read a leaf, whatever its kind.</summary>
    public static Func<object?[], object?> Leaf(InputNode node) =>
        node switch
        {
            LeafInput leaf => leaf.Read,
            BooleanInput truth => _ => truth.Value,
            EnumInput item => _ => item.Value.Text,
            NullInput => _ => null,
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Not a leaf."),
        };

    private static ObjectInput Object(ObjectNode value, InputObjectType type, CoercedVariables? variables)
    {
        var fields = new List<KeyValuePair<string, InputNode>>();
        foreach (var field in type.Fields)
        {
            var given = value.Fields.FirstOrDefault(item => item.Name.Value == field.Name);
            var item = given is null ? null : Coerce(given.Value, field.Type, variables);
            item ??= field.Default is { } literal ? Default(field, literal, variables) : null;
            if (item is not null)
            {
                fields.Add(new(field.Name, item));
            }
        }

        return new ObjectInput(fields);
    }

    private static InputNode Scalar(ValueNode value, ScalarType type)
    {
        var parsed = type.Parse(LeafLiterals.ToInput(value));
        return parsed is bool truth ? new BooleanInput(truth) : LeafInput.Constant(parsed);
    }
}
