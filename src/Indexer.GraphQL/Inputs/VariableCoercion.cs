using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;

namespace Indexer.GraphQL.Inputs;

/// <summary>Coerces the variables of a request, section 6.1.2 of the specification.</summary>
internal sealed class VariableCoercion
{
    private const int MaxErrors = 50;

    private readonly List<GraphQLError> errors = [];
    private readonly List<object?> leaves = [];
    private readonly StringBuilder shape = new();
    private readonly Dictionary<string, InputNode> values = [];

    private readonly Dictionary<string, JsonElement> given = [];
    private readonly PreparationWork work;
    private VariableDefinitionNode? current;

    private VariableCoercion(JsonElement variables, PreparationWork work)
    {
        this.work = work;
        foreach (var item in variables.ValueKind == JsonValueKind.Object ? variables.EnumerateObject() : default)
        {
            given[item.Name] = item.Value;
        }
    }

    /// <summary>The values of an operation's variables.</summary>
    /// <exception cref="GraphQLRequestException">A variable is missing or has a value of another type.</exception>
    public static CoercedVariables Coerce(
        Schema schema,
        OperationNode operation,
        JsonElement given,
        PreparationWork work
    )
    {
        var coercion = new VariableCoercion(given, work);
        foreach (var definition in operation.Variables)
        {
            coercion.Add(definition, TypeReferences.Resolve(schema, definition.Type)!);
        }

        return coercion.errors.Count > 0
            ? throw new GraphQLRequestException(coercion.errors)
            : new CoercedVariables(coercion.values, [.. coercion.leaves], coercion.shape.ToString(), work);
    }

    private void Add(VariableDefinitionNode variable, GraphType type)
    {
        current = variable;
        var name = variable.Variable.Name;
        var isGiven = given.TryGetValue(name, out var value);
        if (!isGiven && variable.Default is { } literal)
        {
            shape.Append('d');
            values[name] = LiteralCoercion.Coerce(literal, type, variables: null)!;
        }
        else if (!isGiven)
        {
            shape.Append('u');
            if (type.IsNonNull)
            {
                Report($"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }
        }
        else if (value.ValueKind == JsonValueKind.Null && type.IsNonNull)
        {
            Report($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
        }
        else
        {
            values[name] = Value(value, type, "");
        }
    }

    private InputNode Value(JsonElement value, GraphType type, string path)
    {
        work.Add();
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull)
            {
                Invalid(value, path, $"Expected non-nullable type \"{type}\" not to be null.");
            }

            shape.Append('n');
            return NullInput.Instance;
        }

        return type.Nullable switch
        {
            ListType { Of.IsLeaf: true } list => LeafList(value, list, path),
            ListType list => List(value, list, path),
            InputObjectType item => Object(value, item, path),
            var leaf => Leaf(value, leaf.Named, path),
        };
    }

    private LeafInput LeafList(JsonElement value, ListType type, string path)
    {
        var items = new List<object?>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            items.Add(Stored(LeafValue(value, type.Of.Named, path)));
        }
        else
        {
            foreach (var item in value.EnumerateArray())
            {
                var itemPath = $"{path}[{items.Count}]";
                if (item.ValueKind == JsonValueKind.Null && type.Of.IsNonNull)
                {
                    Invalid(item, itemPath, $"Expected non-nullable type \"{type.Of}\" not to be null.");
                }

                items.Add(
                    item.ValueKind == JsonValueKind.Null ? null : Stored(LeafValue(item, type.Of.Named, itemPath))
                );
            }
        }

        shape.Append('l');
        AddNamed(type.Of.Named, items);
        return AddLeaf(items);
    }

    private ListInput List(JsonElement value, ListType type, string path)
    {
        var items = new List<InputNode>();
        shape.Append('[');
        if (value.ValueKind != JsonValueKind.Array)
        {
            items.Add(Value(value, type.Of, path));
        }
        else
        {
            foreach (var item in value.EnumerateArray())
            {
                items.Add(Value(item, type.Of, $"{path}[{items.Count}]"));
            }
        }

        shape.Append(']');
        return new ListInput(items);
    }

    private ObjectInput Object(JsonElement value, InputObjectType type, string path)
    {
        var fields = new List<KeyValuePair<string, InputNode>>();
        if (value.ValueKind != JsonValueKind.Object)
        {
            Invalid(value, path, $"Expected type \"{type.Name}\" to be an object.");
            return new ObjectInput(fields);
        }

        shape.Append('{');
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var item))
            {
                shape.Append(field.Name).Append(':');
                fields.Add(new(field.Name, Value(item, field.Type, $"{path}.{field.Name}")));
            }
            else if (field.Default is { } literal)
            {
                fields.Add(new(field.Name, LiteralCoercion.Default(field, literal)));
            }
            else if (field.Type.IsNonNull)
            {
                Invalid(value, path, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }

        shape.Append('}');
        CheckFields(value, type, path);
        return new ObjectInput(fields);
    }

    private void CheckFields(JsonElement value, InputObjectType type, string path)
    {
        foreach (var field in value.EnumerateObject().Where(field => type.Find(field.Name) is null))
        {
            var meant = Suggestions.DidYouMean(field.Name, type.Fields.Select(item => item.Name));
            Invalid(value, path, $"Field \"{field.Name}\" is not defined by type \"{type.Name}\".{meant}");
        }

        if (!type.IsOneOf)
        {
            return;
        }

        var keys = value.EnumerateObject().Where(field => type.Find(field.Name) is not null).ToList();
        if (keys.Count != 1)
        {
            Invalid(value, path, $"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        }
        else if (keys[0].Value.ValueKind == JsonValueKind.Null)
        {
            Invalid(keys[0].Value, $"{path}.{keys[0].Name}", $"Field \"{keys[0].Name}\" must be non-null.");
        }
    }

    private InputNode Leaf(JsonElement value, NamedType type, string path)
    {
        var leaf = LeafValue(value, type, path);
        switch (leaf)
        {
            case EnumValue item:
                shape.Append('e').Append(item.Name);
                return new EnumInput(item);
            case bool truth:
                shape.Append(truth ? 't' : 'f');
                return new BooleanInput(truth);
            default:
                break;
        }

        shape.Append('s');
        AddNamed(type, [leaf]);
        shape.Append(',');
        return AddLeaf(leaf);
    }

    /// <summary>What a scalar parses, or an enum value; null, and an error, when it is neither.</summary>
    private object? LeafValue(JsonElement value, NamedType type, string path)
    {
        try
        {
            return type is EnumType values
                ? JsonLeaf.Enum(value, values)
                : ((ScalarType)type).Parse(JsonLeaf.ToInput(value));
        }
        catch (FormatException problem)
        {
            Invalid(value, path, problem.Message);
            return null;
        }
    }

    private static object? Stored(object? leaf) => leaf is EnumValue item ? item.Text : leaf;

    /// <summary>The text of SQL depends on what global ids name.</summary>
    private void AddNamed(NamedType type, IReadOnlyList<object?> items)
    {
        if (type == Scalars.Id)
        {
            foreach (var named in items.Select(item => GlobalId.Read(item as string)).Distinct())
            {
                shape.Append(named?.Type).Append('@').Append(named?.Point).Append(named?.Parts).Append(';');
            }
        }
    }

    private LeafInput AddLeaf(object? value)
    {
        var index = leaves.Count;
        leaves.Add(value);
        return new LeafInput(all => all[index]);
    }

    private void Invalid(JsonElement value, string path, string problem)
    {
        var name = current!.Variable.Name;
        var at = path.Length == 0 ? "" : $" at \"{name}{path}\"";
        Report($"Variable \"${name}\" got invalid value {JsonInspection.Show(value)}{at}; {problem}");
    }

    private void Report(string message)
    {
        if (errors.Count == MaxErrors)
        {
            errors.Add(
                new GraphQLError(
                    "Too many errors processing variables, error limit reached. Execution aborted.",
                    [],
                    ErrorCodes.Input
                )
            );
            throw new GraphQLRequestException(errors);
        }

        errors.Add(new GraphQLError(message, [current!.Location], ErrorCodes.Input));
    }
}
