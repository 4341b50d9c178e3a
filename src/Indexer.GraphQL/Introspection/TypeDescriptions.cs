using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

/// <summary>The fields of <c>__Type</c>.</summary>
internal static class TypeDescriptions
{
    private static readonly (string Name, string Description)[] Kinds =
    [
        ("SCALAR", "Indicates this type is a scalar."),
        ("OBJECT", "Indicates this type is an object. `fields` and `interfaces` are valid fields."),
        (
            "INTERFACE",
            "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields."
        ),
        ("UNION", "Indicates this type is a union. `possibleTypes` is a valid field."),
        ("ENUM", "Indicates this type is an enum. `enumValues` is a valid field."),
        ("INPUT_OBJECT", "Indicates this type is an input object. `inputFields` is a valid field."),
        ("LIST", "Indicates this type is a list. `ofType` is a valid field."),
        ("NON_NULL", "Indicates this type is a non-null. `ofType` is a valid field."),
    ];

    public static void Describe(ObjectType type, ObjectType field, ObjectType input, ObjectType value, Schema schema)
    {
        var kind = new EnumType(
            "__TypeKind",
            "An enum describing what kind of type a given `__Type` is.",
            [.. Kinds.Select(item => new EnumValue(item.Name, item.Description))]
        );
        var types = type.NonNull().List();
        type.Memory<GraphType>("kind", kind.NonNull(), "", Kind);
        type.Memory<GraphType>("name", Scalars.String, "", it => (it as NamedType)?.Name);
        type.MemoryDescription<GraphType>(it => (it as NamedType)?.Description);
        type.Memory<GraphType>("specifiedByURL", Scalars.String, "", it => (it as ScalarType)?.SpecifiedBy);
        type.MemoryList<GraphType, Field>("fields", field.NonNull().List(), Fields, item => item.Deprecation);
        type.Memory<GraphType>("interfaces", types, "", Interfaces);
        type.Memory<GraphType>(
            "possibleTypes",
            types,
            "",
            it => it is UnionType or InterfaceType ? schema.PossibleTypes((CompositeType)it) : null
        );
        type.MemoryList<GraphType, EnumValue>(
            "enumValues",
            value.NonNull().List(),
            it => (it as EnumType)?.Values,
            item => item.Deprecation
        );
        type.MemoryInputs<GraphType>("inputFields", input, isRequired: false, it => (it as InputObjectType)?.Fields);
        type.Memory<GraphType>("ofType", type, "", OfType);
        type.Memory<GraphType>("isOneOf", Scalars.Boolean, "", it => (it as InputObjectType)?.IsOneOf);
    }

    private static IEnumerable<Field>? Fields(GraphType type) =>
        type is ObjectType or InterfaceType ? ((CompositeType)type).Fields : null;

    private static object? Interfaces(GraphType type) =>
        type is ObjectType or InterfaceType ? ((CompositeType)type).Implements : null;

    private static GraphType? OfType(GraphType type) =>
        type switch
        {
            ListType list => list.Of,
            NonNullType nonNull => nonNull.Of,
            _ => null,
        };

    private static string Kind(GraphType type) =>
        type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };
}

/// <summary>The fields of <c>__Field</c>, <c>__InputValue</c> and <c>__EnumValue</c>.</summary>
internal static class MemberDescriptions
{
    public static void Describe(ObjectType field, ObjectType input, ObjectType value, ObjectType type)
    {
        field.Memory<Field>("name", Scalars.String.NonNull(), "", it => it.Name);
        field.MemoryDescription<Field>(it => it.Description);
        field.MemoryInputs<Field>("args", input, isRequired: true, it => it.Arguments);
        field.Memory<Field>("type", type.NonNull(), "", it => it.Type);
        Deprecation<Field>(field, it => it.Deprecation);

        input.Memory<InputValue>("name", Scalars.String.NonNull(), "", it => it.Name);
        input.MemoryDescription<InputValue>(it => it.Description);
        input.Memory<InputValue>("type", type.NonNull(), "", it => it.Type);
        input.Memory<InputValue>(
            "defaultValue",
            Scalars.String,
            "A GraphQL-formatted string representing the default value for this input value.",
            it => it.Default
        );
        Deprecation<InputValue>(input, it => it.Deprecation);

        value.Memory<EnumValue>("name", Scalars.String.NonNull(), "", it => it.Name);
        value.MemoryDescription<EnumValue>(it => it.Description);
        Deprecation<EnumValue>(value, it => it.Deprecation);
    }

    private static void Deprecation<T>(ObjectType owner, Func<T, string?> reason)
    {
        owner.Memory<T>("isDeprecated", Scalars.Boolean.NonNull(), "", it => reason(it) is not null);
        owner.Memory<T>("deprecationReason", Scalars.String, "", it => reason(it));
    }
}
