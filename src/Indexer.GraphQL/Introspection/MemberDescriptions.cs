using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

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
