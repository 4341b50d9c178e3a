namespace Indexer.GraphQL.Types;

/// <summary>Where the value of a field comes from.</summary>
internal abstract record FieldSource;

/// <summary>Rows of another type.</summary>
/// <param name="Target">Their type.</param>
/// <param name="Join">Which ones; null means all.</param>
internal abstract record RowsSource(ObjectType Target, Join? Join) : FieldSource
{
    /// <summary>The FROM items, the rows under their alias first.</summary>
    /// <param name="parent">The row the field is selected on; null at the root.</param>
    /// <param name="row">A row of the target.</param>
    public string From(SqlRow? parent, SqlRow row)
    {
        var source = Join?.Source is { } computed ? computed(parent ?? row) : Target.Table;
        return source is null
            ? throw new InvalidOperationException($"Type {Target.Name} has no table and its field names no source.")
            : $"{source} {row}{Join?.Via(row)}";
    }

    /// <summary>The conditions that keep the rows of the parent, and of versioned ones those in force.</summary>
    /// <param name="parent">The row the field is selected on; null at the root.</param>
    /// <param name="row">A row of the target.</param>
    public IEnumerable<string> Conditions(SqlRow? parent, SqlRow row)
    {
        IEnumerable<string> joined = Join is not null && parent is { } outer ? Join.Conditions(outer, row) : [];
        return Target.Version is null ? joined : joined.Append(row.InForce(Target, row.ToString()));
    }
}

/// <summary>Rows of another type, page by page.</summary>
internal sealed record ConnectionSource(ObjectType Target, Join? Join) : RowsSource(Target, Join);

/// <summary>A short list of rows of another type.</summary>
/// <param name="Target">Their type.</param>
/// <param name="Join">Which ones.</param>
/// <param name="Limit">The greatest number returned.</param>
internal sealed record ListSource(ObjectType Target, Join? Join, int Limit) : RowsSource(Target, Join);

/// <summary>At most one row of another type.</summary>
internal sealed record ToOneSource(ObjectType Target, Join? Join) : RowsSource(Target, Join)
{
    /// <summary>The statement that finds the row.</summary>
    /// <param name="row">The row it belongs to.</param>
    /// <param name="related">The row it is.</param>
    public string LookUp(SqlRow row, SqlRow related)
    {
        var conditions = Conditions(row, related).DefaultIfEmpty("true");
        return $"select {related}.* from {From(row, related)} where {string.Join(" and ", conditions)}";
    }
}

/// <summary>An object whose fields read the same row; null when <paramref name="Present"/> does not hold.</summary>
internal sealed record EmbeddedSource(SqlExpression? Present) : FieldSource;

/// <summary>A scalar or enum, or an array of them, computed from the row.</summary>
/// <param name="Sql">The value.</param>
internal sealed record ExpressionSource(SqlExpression Sql) : FieldSource
{
    public ExpressionSource(RelatedValue related)
        : this(related.Inline) => Related = related;

    /// <summary>The same value for lists of rows, when it reads a related row.</summary>
    public RelatedValue? Related { get; }
}

/// <summary>The global id of the row.</summary>
internal sealed record GlobalIdSource : FieldSource;

/// <summary>The place of a message in its stream, made of its key.</summary>
internal sealed record CursorSource : FieldSource;

/// <summary>The rows that global ids name, of whatever types.</summary>
/// <param name="IsList">Whether it takes several ids.</param>
internal sealed record NodeSource(bool IsList) : FieldSource;

/// <summary>A value computed in memory from its parent: the schema's description of itself.</summary>
/// <param name="Read">From the parent and the argument values to the value.</param>
internal sealed record MemorySource(Func<object?, IReadOnlyDictionary<string, object?>, object?> Read) : FieldSource;

/// <summary>Messages about the steps of a feed, for a subscription.</summary>
/// <param name="Target">The type of a message. The first column of its key is the number of the step.</param>
/// <param name="Join">Where the messages come from.</param>
/// <param name="Row">The type whose filter <c>where</c> takes; null offers none.</param>
internal sealed record StreamSource(ObjectType Target, Join Join, ObjectType? Row) : RowsSource(Target, Join)
{
    /// <summary>The arguments every stream has.</summary>
    public IEnumerable<InputValue> Arguments
    {
        get
        {
            if (Row is { Lists.IsFilterable: true } row)
            {
                yield return new InputValue("where", row.Lists.Filter, "Tells only of rows that match.");
            }

            yield return new InputValue(
                "after",
                Scalars.String,
                "The cursor of the last message that was received: the stream continues after it, without a gap. Left out, it starts with what comes next."
            );
        }
    }
}
