using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Tests;

/// <summary>Builds a schema without data from the schema definition language, so that both implementations get the same one.</summary>
internal sealed class SdlSchema
{
    private readonly Dictionary<string, NamedType> types = new()
    {
        ["Int"] = Scalars.Int,
        ["Float"] = Scalars.Float,
        ["String"] = Scalars.String,
        ["Boolean"] = Scalars.Boolean,
        ["ID"] = Scalars.Id,
    };

    private readonly List<TypeSystemNode> definitions;

    private SdlSchema(string sdl) =>
        definitions = [.. Parser.Parse(sdl, maxTokens: int.MaxValue).Definitions.Cast<TypeSystemNode>()];

    public static Schema Parse(string sdl) => new SdlSchema(sdl).Build();

    private Schema Build()
    {
        foreach (var node in definitions.Where(it => it.Keyword is not ("directive" or "union")))
        {
            types[node.Name!.Value] = Declare(node);
        }

        foreach (var node in definitions.Where(it => it.Keyword == "union"))
        {
            var members = node.Types.Select(it => (ObjectType)types[it.Name]).ToList();
            types[node.Name!.Value] = new UnionType(node.Name.Value, Text(node.Description), members);
        }

        foreach (var node in definitions.Where(it => it.Keyword is "type" or "interface"))
        {
            Fill(node);
        }

        var directives = definitions
            .Where(it => it.Keyword == "directive")
            .Select(it => new DirectiveDefinition(
                it.Name!.Value,
                Text(it.Description),
                [.. it.Types.Select(place => place.Name)],
                [.. it.Members.Select(Input)],
                it.IsRepeatable
            ));
        return new Schema(
            (ObjectType)types["Query"],
            types.Values.Where(it => it is not ScalarType || definitions.Exists(node => node.Name?.Value == it.Name)),
            types.GetValueOrDefault("Mutation") as ObjectType,
            types.GetValueOrDefault("Subscription") as ObjectType,
            directives
        );
    }

    private NamedType Declare(TypeSystemNode node)
    {
        var name = node.Name!.Value;
        var description = Text(node.Description);
        return node.Keyword switch
        {
            "scalar" => new ScalarType(name, description, SqlType.Text, input => input.Text)
            {
                SpecifiedBy = Argument(node.Directives, "specifiedBy", "url"),
            },
            "enum" => new EnumType(name, description, [.. node.Members.Select(EnumValue)]),
            "input" => new InputObjectType(name, description, () => [.. node.Members.Select(Input)])
            {
                IsOneOf = node.Directives.Any(it => it.Name.Value == "oneOf"),
            },
            "interface" => new InterfaceType(name, description),
            _ => new ObjectType(name, description),
        };
    }

    private void Fill(TypeSystemNode node)
    {
        foreach (var member in node.Members)
        {
            var field = new Field(member.Name.Value, Type(member.Type!), Text(member.Description), source: null);
            if (Deprecation(member) is { } reason)
            {
                field.Deprecated(reason);
            }

            foreach (var argument in member.Arguments)
            {
                field.Argument(Input(argument));
            }

            _ = types[node.Name!.Value] is ObjectType item
                ? item.Add(field)
                : (object)((InterfaceType)types[node.Name.Value]).Add(field);
        }

        foreach (var parent in node.Types.Select(it => (InterfaceType)types[it.Name]))
        {
            _ = types[node.Name!.Value] is ObjectType item
                ? item.Implement(parent)
                : (object)((InterfaceType)types[node.Name.Value]).Implement(parent);
        }
    }

    private InputValue Input(MemberNode node) =>
        new(
            node.Name.Value,
            Type(node.Type!),
            Text(node.Description),
            node.Default is null ? null : ValuePrinter.Print(node.Default)
        )
        {
            Deprecation = Deprecation(node),
        };

    private static EnumValue EnumValue(MemberNode node) =>
        new(node.Name.Value, Text(node.Description), Deprecation: Deprecation(node));

    private static string Text(string? description) => description ?? "";

    private static string? Deprecation(MemberNode node) =>
        node.Directives.Any(it => it.Name.Value == "deprecated")
            ? Argument(node.Directives, "deprecated", "reason") ?? DirectiveDefinition.DefaultDeprecation
            : null;

    private static string? Argument(IReadOnlyList<DirectiveNode> directives, string name, string argument) =>
        directives
            .Where(it => it.Name.Value == name)
            .SelectMany(it => it.Arguments)
            .Where(it => it.Name.Value == argument)
            .Select(it => ((StringNode)it.Value).Value)
            .FirstOrDefault();

    private GraphType Type(TypeNode node) =>
        node switch
        {
            NamedTypeNode named => types[named.Name],
            ListTypeNode list => Type(list.Of).List(),
            _ => Type(((NonNullTypeNode)node).Of).NonNull(),
        };
}
