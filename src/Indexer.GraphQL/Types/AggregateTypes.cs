namespace Indexer.GraphQL.Types;

/// <summary>The types of figures over a whole list: counts, sums, extremes and means.</summary>
internal static class AggregateTypes
{
    /// <summary>The fields of the connection that give figures; only what the rows have something to offer for.</summary>
    public static IEnumerable<Field> Fields(ObjectType target)
    {
        var figures = Figures(target).ToList();
        if (figures.Count > 0)
        {
            var type = new ObjectType($"{target.Name}Aggregate", $"Figures over a whole list of {target.Name}.");
            AddAll(type, figures);
            yield return new Field(
                "aggregate",
                type.NonNull(),
                "Figures over all rows that the arguments keep, not only the page."
            );
        }

        if (GroupTypes.Field(target, figures) is { } groups)
        {
            yield return groups;
        }
    }

    /// <summary>The count and the figures.</summary>
    public static void AddAll(ObjectType owner, IEnumerable<Field> figures)
    {
        owner.Add(new Field("count", Scalars.Int.NonNull(), "The number of rows."));
        foreach (var figure in figures)
        {
            owner.Add(figure);
        }
    }

    /// <summary>The scalar of a sum: exact and wide enough for whole numbers.</summary>
    public static ScalarType Sum(Field field) =>
        SqlTypes.Of(field.Type.Named) switch
        {
            SqlType.Numeric => (ScalarType)field.Type.Named,
            SqlType.Double => Scalars.Float,
            _ => Scalars.BigInt,
        };

    /// <summary>The scalar of a mean.</summary>
    public static ScalarType Mean(Field field) =>
        SqlTypes.Of(field.Type.Named) == SqlType.Numeric ? (ScalarType)field.Type.Named : Scalars.Float;

    private static IEnumerable<Field> Figures(ObjectType target)
    {
        var numbers = target.Fields.Where(field => target.HasSums && field.IsSummable).ToList();
        var means = target.Fields.Where(field => target.HasSums && (field.IsSummable || field.IsAveraged)).ToList();
        var ordered = target
            .Fields.Where(field =>
                field is { IsSortable: true, IsLeaf: true, Type.Named: ScalarType scalar }
                && SqlTypes.HasExtremes(scalar.SqlType)
            )
            .ToList();
        if (numbers.Count > 0)
        {
            yield return Figure(target, "Sum", "sum", "Sums", "0 when there is nothing to add", numbers, Total);
        }

        if (ordered.Count > 0)
        {
            var extreme = new ObjectType(
                $"{target.Name}Extreme",
                $"The least or greatest values of {target.Name} rows."
            );
            ordered.ForEach(field => extreme.Add(Part(field, field.Type.Named, field.Lead)));
            yield return new Field("min", extreme.NonNull(), "The least values; null when there is none.");
            yield return new Field("max", extreme.NonNull(), "The greatest values; null when there is none.");
        }

        if (means.Count > 0)
        {
            yield return Figure(
                target,
                "Average",
                "avg",
                "Means of the values that are not null",
                "null when there is none",
                means,
                Average
            );
        }
    }

    private static Field Figure(
        ObjectType target,
        string suffix,
        string name,
        string description,
        string empty,
        List<Field> fields,
        Func<Field, Field> part
    )
    {
        var type = new ObjectType($"{target.Name}{suffix}", $"{description}, over {target.Name} rows.");
        fields.ForEach(field => type.Add(part(field)));
        return new Field(name, type.NonNull(), $"{description}; {empty}.");
    }

    private static Field Total(Field field) => Part(field, Sum(field).NonNull(), $"Sum of: {field.Lead}");

    private static Field Average(Field field)
    {
        var precision =
            Mean(field) == Scalars.Float ? "as a 64-bit floating-point number" : "rounded down to the smallest unit";
        return Part(field, Mean(field), $"Mean, {precision}, of: {field.Lead}");
    }

    private static Field Part(Field field, GraphType type, string description) => new(field.Name, type, description);
}
