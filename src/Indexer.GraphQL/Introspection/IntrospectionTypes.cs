using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

/// <summary>The types of the schema's description of itself, section 4 of the specification.</summary>
internal sealed class IntrospectionTypes
{
    private readonly ObjectType type = new(
        "__Type",
        "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types."
    );

    private readonly ObjectType field = new(
        "__Field",
        "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type."
    );

    private readonly ObjectType input = new(
        "__InputValue",
        "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value."
    );

    private readonly ObjectType value = new(
        "__EnumValue",
        "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string."
    );

    private readonly ObjectType directive = new(
        "__Directive",
        "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor."
    );

    public IntrospectionTypes(Schema schema)
    {
        SchemaType = new ObjectType(
            "__Schema",
            "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations."
        );
        DescribeSchema(SchemaType);
        TypeDescriptions.Describe(type, field, input, value, schema);
        MemberDescriptions.Describe(field, input, value, type);
        DescribeDirective();
        SchemaField = new Field(
            "__schema",
            SchemaType.NonNull(),
            "Access the current type schema of this server.",
            new MemorySource((_, _) => schema)
        );
        TypeField = new Field(
            "__type",
            type,
            "Request the type information of a single type.",
            new MemorySource((_, arguments) => schema.Find((string)arguments["name"]!))
        ).Argument(new InputValue("name", Scalars.String.NonNull(), ""));
    }

    public static Field TypeNameField { get; } =
        new("__typename", Scalars.String.NonNull(), "The name of the current Object type at runtime.");

    public ObjectType SchemaType { get; }

    public Field SchemaField { get; }

    public Field TypeField { get; }

    private void DescribeSchema(ObjectType owner)
    {
        var typeList = type.NonNull().List().NonNull();
        owner.Memory<Schema>("description", Scalars.String, "", _ => null);
        owner.Memory<Schema>("types", typeList, "A list of all types supported by this server.", it => it.Types);
        owner.Memory<Schema>(
            "queryType",
            type.NonNull(),
            "The type that query operations will be rooted at.",
            it => it.Query
        );
        owner.Memory<Schema>(
            "mutationType",
            type,
            "If this server supports mutation, the type that mutation operations will be rooted at.",
            it => it.Mutation
        );
        owner.Memory<Schema>(
            "subscriptionType",
            type,
            "If this server support subscription, the type that subscription operations will be rooted at.",
            it => it.Subscription
        );
        owner.Memory<Schema>(
            "directives",
            directive.NonNull().List().NonNull(),
            "A list of all directives supported by this server.",
            it => it.Directives
        );
    }

    private void DescribeDirective()
    {
        var location = new EnumType(
            "__DirectiveLocation",
            "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
            [.. DirectiveLocations.All.Select(name => new EnumValue(name, DirectiveLocations.Describe(name)))]
        );
        directive.Memory<DirectiveDefinition>("name", Scalars.String.NonNull(), "", it => it.Name);
        directive.MemoryDescription<DirectiveDefinition>(it => it.Description);
        directive.Memory<DirectiveDefinition>("isRepeatable", Scalars.Boolean.NonNull(), "", it => it.IsRepeatable);
        directive.Memory<DirectiveDefinition>("locations", location.NonNull().List().NonNull(), "", it => it.Locations);
        directive.MemoryInputs<DirectiveDefinition>("args", input, isRequired: true, it => it.Arguments);
    }
}
