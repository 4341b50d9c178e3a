namespace Indexer.GraphQL.Types;

/// <summary>The input types of <c>where</c>.</summary>
internal static class FilterTypes
{
    public static InputObjectType Rows(ObjectType target)
    {
        InputObjectType? self = null;
        self = new InputObjectType(
            $"{target.Name}Filter",
            $"Conditions on a {target.Name}; all that are given must hold.",
            () => [.. Combinators(self!), .. target.Fields.Where(field => field.IsFilterable).Select(Condition)]
        )
        {
            Filtered = target,
        };
        return self;
    }

    public static InputObjectType Relation(ObjectType target, InputObjectType rows) =>
        new(
            $"{target.Name}ListFilter",
            $"Conditions on related {target.Name} rows; all that are given must hold.",
            () =>
                [
                    new InputValue("some", rows, "At least one row matches."),
                    new InputValue("none", rows, "No row matches."),
                    new InputValue("every", rows, "Every row matches; true when there is none."),
                ]
        );

    /// <summary>The operators on a scalar or enum.</summary>
    public static InputObjectType Leaf(NamedType type) =>
        new(
            $"{type.Name}Filter",
            $"Conditions on a {type.Name}; all that are given must hold.",
            () => [.. Operators(type)]
        );

    private static IEnumerable<InputValue> Combinators(InputObjectType self)
    {
        yield return new InputValue("and", self.NonNull().List(), "All of these match.");
        yield return new InputValue("or", self.NonNull().List(), "At least one of these matches.");
        yield return new InputValue("not", self, "This does not match.");
    }

    private static InputValue Condition(Field field) =>
        field.Source switch
        {
            ExpressionSource => new(field.Name, LeafFilter(field.Type.Named), field.Lead),
            ToOneSource toOne => new(
                field.Name,
                toOne.Target.Lists.Filter,
                $"{field.Lead} Null matches when there is none."
            ),
            ConnectionSource many => new(field.Name, many.Target.Lists.ListFilter, field.Lead),
            ListSource many => new(field.Name, many.Target.Lists.ListFilter, field.Lead),
            EmbeddedSource => new(field.Name, ((ObjectType)field.Type.Named).Lists.Filter, field.Lead),
            _ => throw new InvalidOperationException($"Field {field.Name} cannot be filtered by."),
        };

    private static InputObjectType LeafFilter(NamedType type) =>
        type is ScalarType scalar ? scalar.Filter : ((EnumType)type).Filter;

    private static IEnumerable<InputValue> Operators(NamedType type)
    {
        yield return new InputValue("eq", type, "Equal; null matches null.");
        yield return new InputValue("neq", type, "Not equal; null is not equal to any value.");
        yield return new InputValue("in", type.NonNull().List(), "Equal to one of these.");
        yield return new InputValue("nin", type.NonNull().List(), "Equal to none of these; null matches.");
        if (type is ScalarType { SqlType: not (SqlType.Boolean or SqlType.Bytea) })
        {
            yield return new InputValue("gt", type, "Greater.");
            yield return new InputValue("gte", type, "Greater or equal.");
            yield return new InputValue("lt", type, "Less.");
            yield return new InputValue("lte", type, "Less or equal.");
        }

        if (type is ScalarType { IsText: true })
        {
            yield return new InputValue("startsWith", type, "Begins with this text.");
            yield return new InputValue("contains", type, "Contains this text.");
            yield return new InputValue("icontains", type, "Contains this text, in any case.");
        }

        yield return new InputValue("isNull", Scalars.Boolean, "Whether it is null.");
    }
}
