namespace Indexer.GraphQL.Types;

/// <summary>The types of figures per group of rows.</summary>
internal static class GroupTypes
{
    /// <summary>The field of the connection; null when rows have nothing to be grouped by.</summary>
    public static Field? Field(ObjectType target, IReadOnlyList<Field> figures)
    {
        var keys = Keys(target).ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        var group = new ObjectType(
            $"{target.Name}Group",
            $"{target.Name} rows that agree in what they are grouped by."
        );
        group.Add(new Field("key", Key(target, keys).NonNull(), "What the rows agree in."));
        AggregateTypes.AddAll(group, figures);
        return new Field(
            "groups",
            group.NonNull().List().NonNull(),
            "Figures per group, over all rows that the arguments keep. Ordered by the key in the order of by, smallest first, null last."
        )
            .Argument(
                new InputValue(
                    "by",
                    By(target, keys).NonNull().List().NonNull(),
                    "What is grouped by; each field once."
                )
            )
            .Argument(
                new InputValue(
                    "first",
                    Scalars.Int,
                    $"The number of groups from the start, at most {ConnectionTypes.MaxPageSize}; 20 when left out. To read on, narrow where."
                )
            );
    }

    /// <summary>The fields that rows can be grouped by.</summary>
    public static IEnumerable<Field> Keys(ObjectType target) =>
        target.Fields.Where(field => field is { IsFilterable: true, IsGroupable: true, IsLeaf: true });

    /// <summary>Whether values of a field fall into stretches of the calendar.</summary>
    public static bool IsTime(Field field) => SqlTypes.Of(field.Type.Named) is SqlType.TimestampTz or SqlType.Date;

    private static ObjectType Key(ObjectType target, List<Field> keys)
    {
        var type = new ObjectType(
            $"{target.Name}GroupKey",
            $"What the {target.Name} rows of a group agree in; null where they are not grouped by it, too."
        );
        foreach (var field in keys)
        {
            var description = IsTime(field) ? $"{field.Lead} With an interval: its start." : field.Lead;
            type.Add(new Field(field.Name, field.Type.Named, description));
        }

        return type;
    }

    private static InputObjectType By(ObjectType target, List<Field> keys)
    {
        var fields = new EnumType(
            $"{target.Name}GroupField",
            $"What {target.Name} rows can be grouped by.",
            [.. keys.Select(field => new EnumValue(Names.ToEnumValue(field.Name), field.Lead))]
        );
        var field = new InputValue("field", fields.NonNull(), "What is compared.");
        var interval = new InputValue(
            "interval",
            TimeInterval.Type,
            "The stretch that times are taken together by, in UTC; weeks start on Monday. Only for times; without it equal times are one group."
        );
        return new InputObjectType(
            $"{target.Name}GroupBy",
            $"A part of what {target.Name} rows are grouped by.",
            () => keys.Any(IsTime) ? [field, interval] : [field]
        );
    }
}
