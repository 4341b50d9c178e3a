using System.Text.Json;
using Indexer.GraphQL.Types;
using Indexer.TestKit;

namespace Indexer.GraphQL.Tests;

/// <summary>
/// Builds a schema without data from what graphql-js reads out of the schema definition language, so that both
/// implementations get the same one.
/// </summary>
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

    private readonly JsonElement schema;
    private readonly List<JsonElement> own;

    private SdlSchema(JsonElement schema)
    {
        this.schema = schema;
        own =
        [
            .. Items(schema, "types")
                .Where(it => !types.ContainsKey(Name(it)) && !Name(it).StartsWith("__", StringComparison.Ordinal)),
        ];
    }

    public static async Task<Schema> ParseAsync(string sdl)
    {
        var input = JsonSerializer.Serialize(new { sdl });
        var output = await NodePackages.RunAsync(
            "graphql/introspection.mjs",
            input,
            TestContext.Current.CancellationToken
        );
        return new SdlSchema(JsonElement.Parse(output).GetProperty("__schema")).Build();
    }

    private Schema Build()
    {
        foreach (var type in own.Where(it => Text(it, "kind") != "UNION"))
        {
            types[Name(type)] = Declare(type);
        }

        foreach (var type in own.Where(it => Text(it, "kind") == "UNION"))
        {
            var members = Items(type, "possibleTypes").Select(it => (ObjectType)types[Name(it)]).ToList();
            types[Name(type)] = new UnionType(Name(type), Text(type, "description"), members);
        }

        foreach (var type in own)
        {
            Fill(type);
        }

        var specified = DirectiveDefinition.Specified.Select(it => it.Name).ToHashSet();
        var directives = Items(schema, "directives")
            .Where(it => !specified.Contains(Name(it)))
            .Select(it => new DirectiveDefinition(
                Name(it),
                Text(it, "description"),
                [.. it.GetProperty("locations").EnumerateArray().Select(place => place.GetString()!)],
                [.. Items(it, "args").Select(Input)],
                it.GetProperty("isRepeatable").GetBoolean()
            ));
        return new Schema(
            (ObjectType)types["Query"],
            own.Select(it => types[Name(it)]),
            types.GetValueOrDefault("Mutation") as ObjectType,
            types.GetValueOrDefault("Subscription") as ObjectType,
            directives
        );
    }

    private NamedType Declare(JsonElement type)
    {
        var (name, description) = (Name(type), Text(type, "description"));
        return Text(type, "kind") switch
        {
            "SCALAR" => new ScalarType(name, description, SqlType.Text, input => input.Text)
            {
                SpecifiedBy = type.GetProperty("specifiedByURL").GetString(),
            },
            "ENUM" => new EnumType(
                name,
                description,
                [
                    .. Items(type, "enumValues")
                        .Select(it => new EnumValue(Name(it), Text(it, "description"), Deprecation: Deprecation(it))),
                ]
            ),
            "INPUT_OBJECT" => new InputObjectType(
                name,
                description,
                () => [.. Items(type, "inputFields").Select(Input)]
            )
            {
                IsOneOf = type.GetProperty("isOneOf").GetBoolean(),
            },
            "INTERFACE" => new InterfaceType(name, description),
            _ => new ObjectType(name, description),
        };
    }

    private void Fill(JsonElement type)
    {
        var owner = types[Name(type)];
        foreach (var item in Items(type, "fields"))
        {
            var field = new Field(Name(item), Type(item.GetProperty("type")), Text(item, "description"));
            if (Deprecation(item) is { } reason)
            {
                field.Deprecated(reason);
            }

            foreach (var argument in Items(item, "args"))
            {
                field.Argument(Input(argument));
            }

            _ = owner is ObjectType one ? one.Add(field) : (object)((InterfaceType)owner).Add(field);
        }

        foreach (var parent in Items(type, "interfaces").Select(it => (InterfaceType)types[Name(it)]))
        {
            _ = owner is ObjectType one ? one.Implement(parent) : (object)((InterfaceType)owner).Implement(parent);
        }
    }

    private InputValue Input(JsonElement input) =>
        new(
            Name(input),
            Type(input.GetProperty("type")),
            Text(input, "description"),
            input.GetProperty("defaultValue").GetString()
        )
        {
            Deprecation = Deprecation(input),
        };

    private GraphType Type(JsonElement type) =>
        Text(type, "kind") switch
        {
            "LIST" => Type(type.GetProperty("ofType")).List(),
            "NON_NULL" => Type(type.GetProperty("ofType")).NonNull(),
            _ => types[Name(type)],
        };

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) =>
        owner.GetProperty(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static string Name(JsonElement it) => it.GetProperty("name").GetString()!;

    private static string Text(JsonElement it, string name) => it.GetProperty(name).GetString() ?? "";

    private static string? Deprecation(JsonElement it) => it.GetProperty("deprecationReason").GetString();
}
