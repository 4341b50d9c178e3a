namespace Indexer.GraphQL.Types;

/// <summary>A field of an object type. Its methods return it, so that a declaration reads as one sentence.</summary>
public sealed class Field
{
    private readonly List<InputValue> arguments = [];
    private readonly Lazy<IReadOnlyList<InputValue>> all;

    internal Field(string name, GraphType type, string description, FieldSource? source = null)
    {
        Name = Names.Check(name);
        Type = type;
        Description = description;
        Source = source;
        all = new(() =>
            source switch
            {
                ConnectionSource list => [.. arguments, .. list.Target.Lists.Arguments],
                StreamSource stream => [.. arguments, .. stream.Arguments],
                _ => arguments,
            }
        );
    }

    /// <summary>The name in the schema.</summary>
    public string Name { get; }

    /// <summary>What the field is, with its unit.</summary>
    public string Description { get; }

    /// <summary>The first sentence of the description: for types that are made from it, in which the whole would stand again and again.</summary>
    internal string Lead =>
        Description.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0
            ? Description[..(end + 1)]
            : Description;

    internal GraphType Type { get; }

    internal FieldSource? Source { get; }

    /// <summary>The arguments declared here and, for a connection, those every connection or stream of its type has.</summary>
    internal IReadOnlyList<InputValue> Arguments => all.Value;

    internal string? Deprecation { get; private set; }

    internal bool IsFilterable { get; private set; }

    internal bool IsSortable { get; private set; }

    internal bool IsSummable { get; private set; }

    internal bool IsAveraged { get; private set; }

    internal bool IsGroupable { get; private set; } = true;

    /// <summary>From the row and the parameter of a compared value to what is compared.</summary>
    internal Func<SqlRow, string, string>? Compared { get; private set; }

    /// <summary>From the array of compared values to SQL for what is wrong with them, null when nothing is.</summary>
    internal Func<string, string>? Refused { get; private set; }

    /// <summary>The fields of the related row that lists can be ordered by.</summary>
    internal IReadOnlyList<string> RelatedSortKeys { get; private set; } = [];

    internal RowVersion? Version { get; private set; }

    internal IReadOnlyList<(string Key, SortDirection Direction)> DefaultOrder { get; private set; } = [];

    internal (string Key, string Alike)? AlikeOrder { get; private set; }

    internal int Points { get; private set; } = 1;

    /// <summary>Clients may filter by it in <c>where</c>.</summary>
    public Field Filterable()
    {
        IsFilterable = true;
        return this;
    }

    /// <summary>Clients may filter by it, with values that the database turns into what is compared, and refuses.</summary>
    /// <param name="compared">From the row and SQL for a value to SQL for what is compared in its place.</param>
    /// <param name="refused">From SQL for an array of values to SQL for what is wrong with them, null when nothing is.</param>
    public Field Filterable(Func<SqlRow, string, string>? compared, Func<string, string>? refused = null)
    {
        (Compared, Refused) = (compared, refused);
        return Filterable();
    }

    /// <summary>Lists cannot be grouped by it: too few rows agree in it for that to mean anything.</summary>
    public Field NotGroupable()
    {
        IsGroupable = false;
        return this;
    }

    /// <summary>Clients may order by it; the enum value is the name in capitals (<c>createdAt</c>: <c>CREATED_AT</c>).</summary>
    public Field Sortable()
    {
        if (!IsLeaf)
        {
            throw new InvalidOperationException($"Field {Name} of type {Type} cannot be compared.");
        }

        IsSortable = true;
        return this;
    }

    /// <summary>Clients may ask for its sum and mean over a list: a quantity, not a height or an index.</summary>
    public Field Summable()
    {
        if (!IsLeaf || !SqlTypes.IsNumber(SqlTypes.Of(Type.Named)))
        {
            throw new InvalidOperationException($"Field {Name} of type {Type} cannot be added up.");
        }

        IsSummable = true;
        return this;
    }

    /// <summary>Clients may ask for its mean over a list, but not for its sum, which means nothing: a ratio, or what many rows
    /// state of one thing.</summary>
    public Field Averaged()
    {
        Summable();
        (IsSummable, IsAveraged) = (false, true);
        return this;
    }

    /// <summary>Clients may order by fields of the row that this to-one relation leads to; the enum value is both
    /// names in capitals (<c>pool</c>, <c>createdAt</c>: <c>POOL_CREATED_AT</c>).</summary>
    /// <param name="fields">Scalar or enum fields of the related type; they may be declared later.</param>
    public Field SortableBy(params IReadOnlyList<string> fields)
    {
        RelatedSortKeys =
            Source is ToOneSource
                ? fields
                : throw new InvalidOperationException($"Field {Name} leads to no single row to order by.");
        return this;
    }

    /// <summary>Marks it <c>@deprecated</c>.</summary>
    /// <param name="reason">Why, and what to use instead.</param>
    public Field Deprecated(string reason)
    {
        Deprecation = reason;
        return this;
    }

    /// <summary>Orders a list or connection when the client does not; the unique key always closes the order.</summary>
    /// <param name="keys">Values of the order enum of the target type.</param>
    public Field OrderedBy(params (string Key, SortDirection Direction)[] keys)
    {
        DefaultOrder = keys;
        return this;
    }

    /// <summary>
    /// In this list one key orders rows as another does, because the rest of what it is computed from is the same for
    /// all rows of the list. An index over the other key can then give the order.
    /// </summary>
    /// <param name="key">A value of the order enum of the target type.</param>
    /// <param name="alike">The value that grows whenever it does.</param>
    public Field OrderedAlike(string key, string alike)
    {
        AlikeOrder = (key, alike);
        return this;
    }

    /// <summary>Counts for more in <see cref="GraphQLOptions.MaxCost"/>: to answer it, many rows are read.</summary>
    /// <param name="points">Instead of 1, for each row of the list around it.</param>
    public Field Costing(int points)
    {
        Points = points;
        return this;
    }

    /// <summary>Accepts a point in time for itself and every relation below.</summary>
    /// <param name="version">The point-in-time argument.</param>
    public Field AsOf(RowVersion version)
    {
        Version = version;
        return Argument(version.Argument);
    }

    /// <summary>An argument that a computed field reads through <see cref="SqlRow.Argument"/>.</summary>
    /// <param name="argument">Its description.</param>
    public Field Argument(InputValue argument)
    {
        arguments.Add(argument);
        return this;
    }

    /// <summary>An argument that keeps the rows for which a predicate holds; left out or null it keeps all.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="type">A scalar or enum, or a list of them (the parameter is then an array).</param>
    /// <param name="description">What it selects, with its unit.</param>
    /// <param name="predicate">From the target row and the parameter to SQL.</param>
    /// <param name="default">The value when it is left out, as a GraphQL literal.</param>
    /// <param name="refused">From the parameter to SQL for what is wrong with it, null when nothing is.</param>
    public Field Argument(
        string name,
        GraphType type,
        string description,
        Func<SqlRow, string, string> predicate,
        string? @default = null,
        Func<string, string>? refused = null
    ) =>
        Argument(
            new InputValue(name, type, description, @default)
            {
                Condition = new(null, [SqlTypes.Of(type.Named)], (row, values) => predicate(row, values[0]))
                {
                    Refused = refused,
                },
            }
        );

    /// <summary>An argument parsed into one or more SQL values before it selects rows.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="type">A scalar or enum, or a list of them.</param>
    /// <param name="description">What it selects, with its unit.</param>
    /// <param name="types">The SQL types of the values.</param>
    /// <param name="parse">From the coerced value to one value per type (null allowed); throws
    /// <see cref="FormatException"/> with a message for the client when it cannot.</param>
    /// <param name="predicate">From the target row and the parameters to SQL.</param>
    public Field Argument(
        string name,
        GraphType type,
        string description,
        IReadOnlyList<SqlType> types,
        Func<object, IReadOnlyList<object?>> parse,
        Func<SqlRow, IReadOnlyList<string>, string> predicate
    ) => Argument(new InputValue(name, type, description) { Condition = new(parse, types, predicate) });

    /// <summary>A scalar or enum that every row has, whatever the arguments.</summary>
    internal bool IsLeaf => Type.IsLeaf && Source is ExpressionSource && arguments.Count == 0;

    internal InputValue? FindArgument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);
}
