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

    private SdlSchema(string sdl) => definitions = [.. Parser.Parse(sdl).Definitions.Cast<TypeSystemNode>()];

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
            types[node.Name!.Value] = new UnionType(node.Name.Value, "", members);
        }

        foreach (var node in definitions.Where(it => it.Keyword is "type" or "interface"))
        {
            Fill(node);
        }

        var directives = definitions
            .Where(it => it.Keyword == "directive")
            .Select(it => new DirectiveDefinition(
                it.Name!.Value,
                "",
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
        return node.Keyword switch
        {
            "scalar" => new ScalarType(name, "", SqlType.Text, input => input.Text),
            "enum" => new EnumType(name, "", [.. node.Members.Select(it => new EnumValue(it.Name.Value, ""))]),
            "input" => new InputObjectType(name, "", () => [.. node.Members.Select(Input)])
            {
                IsOneOf = node.Directives.Any(it => it.Name.Value == "oneOf"),
            },
            "interface" => new InterfaceType(name, ""),
            _ => new ObjectType(name, ""),
        };
    }

    private void Fill(TypeSystemNode node)
    {
        foreach (var member in node.Members)
        {
            var field = new Field(member.Name.Value, Type(member.Type!), "", source: null);
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
        new(node.Name.Value, Type(node.Type!), "", node.Default is null ? null : ValuePrinter.Print(node.Default));

    private GraphType Type(TypeNode node) =>
        node switch
        {
            NamedTypeNode named => types[named.Name],
            ListTypeNode list => Type(list.Of).List(),
            _ => Type(((NonNullTypeNode)node).Of).NonNull(),
        };
}
