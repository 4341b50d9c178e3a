namespace Indexer.GraphQL.Types;

/// <summary>
/// An object type, backed by a table or view (<see cref="SchemaBuilder.Table"/>), by SQL given at the field
/// (<see cref="Join.From"/>), or by the row of its parent (<see cref="Embed"/>).
/// </summary>
public sealed class ObjectType : CompositeType
{
    private readonly List<Field> fields = [];
    private readonly Dictionary<string, Field> byName = [];
    private readonly List<InterfaceType> interfaces = [];
    private readonly Lazy<ListTypes> lists;
    private SqlExpression? currentVersion;
    private IReadOnlyDictionary<string, Func<SqlRow, string, string>>? versions;
    private Func<IEnumerable<Field>>? rest;

    internal ObjectType(string name, string description, string? table = null, IReadOnlyList<KeyColumn>? key = null)
        : base(name, description)
    {
        Table = table;
        Key = key ?? [];
        lists = new(() => new ListTypes(this));
    }

    internal string? Table { get; }

    /// <summary>The columns that together are unique, in the order of the index.</summary>
    internal IReadOnlyList<KeyColumn> Key { get; }

    internal RowVersion? Version { get; private set; }

    internal bool HasSums { get; private set; } = true;

    internal bool HasFigures { get; private set; } = true;

    /// <summary>The types generated for lists of this one.</summary>
    internal ListTypes Lists => lists.Value;

    internal override IReadOnlyList<Field> Fields => Complete().fields;

    internal override IReadOnlyList<InterfaceType> Implements => interfaces;

    internal IEnumerable<SortKey> SortKeys =>
        fields
            .Where(item => item.IsSortable)
            .Select(ToSortKey)
            .Concat(fields.SelectMany(item => item.RelatedSortKeys, ToSortKey));

    internal override Field? Find(string name) => Complete().byName.GetValueOrDefault(name);

    /// <summary>A field that reads a column.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="type">A scalar or enum, or a list of them for an array column; <see cref="GraphType.NonNull"/> when the column is.</param>
    /// <param name="column">The column.</param>
    /// <param name="description">What it is, with its unit.</param>
    public Field Column(string name, GraphType type, string column, string description) =>
        Computed(name, type, row => row[column], description);

    /// <summary>A field that computes a value of its scalar's SQL type: arithmetic, aggregates over other rows, anything.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="type">A scalar or enum, or a list of them when the SQL gives an array.</param>
    /// <param name="sql">The value.</param>
    /// <param name="description">What it is, with its unit.</param>
    public Field Computed(string name, GraphType type, SqlExpression sql, string description) =>
        Add(new Field(name, type, description, new ExpressionSource(sql)));

    /// <summary>The SQL of a computed field, to compute others from.</summary>
    /// <param name="name">A field made by <see cref="Computed(string, GraphType, SqlExpression, string)"/> before.</param>
    public SqlExpression ValueOf(string name) =>
        byName.TryGetValue(name, out var field) && field.Source is ExpressionSource { Related: null } value
            ? value.Sql
            : throw new InvalidOperationException($"Type {Name} computes no field {name} from its row alone.");

    /// <summary>A field computed from the row and one that it leads to, whose columns are null where there is none.
    /// Ordering and aggregating lists by it costs a join, not a look-up per row.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="type">A scalar or enum.</param>
    /// <param name="related">The type of the other row.</param>
    /// <param name="join">Which one: at most one.</param>
    /// <param name="sql">From the row and the other one to the value.</param>
    /// <param name="description">What it is, with its unit.</param>
    public Field Computed(
        string name,
        GraphType type,
        ObjectType related,
        Join join,
        Func<SqlRow, SqlRow, string> sql,
        string description
    )
    {
        var value = new RelatedValue([new ToOneSource(related, join)], rows => sql(rows[0], rows[1]));
        return Add(new Field(name, type, description, new ExpressionSource(value)));
    }

    /// <summary>The same over a row of a table that the schema does not show.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="type">A scalar or enum.</param>
    /// <param name="table">The table, with its schema if it is not on the search path.</param>
    /// <param name="join">Which row: at most one.</param>
    /// <param name="sql">From the row and the other one to the value.</param>
    /// <param name="description">What it is, with its unit.</param>
    public Field Computed(
        string name,
        GraphType type,
        string table,
        Join join,
        Func<SqlRow, SqlRow, string> sql,
        string description
    ) => Computed(name, type, new ObjectType(Name, Description, Sql.Table(table)), join, sql, description);

    /// <summary>A nested object whose fields read the same row.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="type">Its type, made by <see cref="SchemaBuilder.Object"/>.</param>
    /// <param name="description">What it is.</param>
    /// <param name="present">A predicate without which the object is null; never null when left out.</param>
    public Field Embed(string name, ObjectType type, string description, SqlExpression? present = null) =>
        Add(new Field(name, present is null ? type.NonNull() : type, description, new EmbeddedSource(present)));

    /// <summary>A field for at most one row of another type; null when there is none.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="target">The other type.</param>
    /// <param name="description">What it is.</param>
    /// <param name="join">Which row; null (at the root) leaves it to the arguments.</param>
    /// <param name="required">Whether there always is one.</param>
    public Field ToOne(string name, ObjectType target, string description, Join? join = null, bool required = false) =>
        Add(new Field(name, required ? target.NonNull() : target, description, new ToOneSource(target, join)));

    /// <summary>A Relay connection over rows of another type, with paging, <c>where</c>, <c>orderBy</c> and <c>totalCount</c>.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="target">The other type; it needs a key.</param>
    /// <param name="description">What the rows are.</param>
    /// <param name="join">Which rows; null (at the root) means all.</param>
    public Field ToMany(string name, ObjectType target, string description, Join? join = null) =>
        Add(new Field(name, target.Lists.Connection.NonNull(), description, new ConnectionSource(target, join)));

    /// <summary>A plain list for relations that are short by nature, ordered by <see cref="Field.OrderedBy"/> or the key.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="target">The type of the rows.</param>
    /// <param name="description">What the rows are.</param>
    /// <param name="join">Which rows; null (at the root) means all.</param>
    /// <param name="limit">The greatest number returned, which also counts against the limit of nodes.</param>
    public Field List(string name, ObjectType target, string description, Join? join = null, int limit = 1000) =>
        Add(new Field(name, target.NonNull().List().NonNull(), description, new ListSource(target, join, limit)));

    /// <summary>The place of a message in its stream, for the argument <c>after</c> of a subscription.</summary>
    /// <param name="name">The name in the schema.</param>
    public Field Cursor(string name) =>
        Add(
            new Field(
                name,
                Scalars.String.NonNull(),
                "Its place in the stream, for the argument after of the same subscription.",
                new CursorSource()
            )
        );

    /// <summary>A field of the subscription root: messages about the steps of the feed, in their order.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="message">The type of a message; its key begins with the number of the step.</param>
    /// <param name="description">What the messages tell.</param>
    /// <param name="source">Where they come from (<see cref="Join.From"/>): rows with the columns of the message.</param>
    /// <param name="row">The type, embedded in the message, whose filter the argument <c>where</c> takes.</param>
    public Field Stream(string name, ObjectType message, string description, Join source, ObjectType? row = null) =>
        Add(new Field(name, message.NonNull(), description, new StreamSource(message, source, row)));

    /// <summary>Rows are versions; which one is read follows the point in time of the query.</summary>
    /// <param name="version">The predicates.</param>
    public ObjectType Versioned(RowVersion version)
    {
        Version = version;
        return this;
    }

    /// <summary>The same for rows that tell otherwise from when to when they hold.</summary>
    /// <param name="version">The point in time, and the ways to name it.</param>
    /// <param name="current">The predicate that keeps the rows that hold now.</param>
    /// <param name="predicates">For each way, from a row and the parameter to the predicate that keeps those that held then.</param>
    public ObjectType Versioned(
        RowVersion version,
        SqlExpression current,
        IReadOnlyDictionary<string, Func<SqlRow, string, string>> predicates
    )
    {
        (currentVersion, versions) = (current, predicates);
        return Versioned(version);
    }

    /// <summary>The predicate that keeps the rows that hold now.</summary>
    internal SqlExpression CurrentVersion => currentVersion ?? Version!.Current;

    /// <summary>The predicate that keeps the rows that held at a point, by the way in which it is named.</summary>
    internal Func<SqlRow, string, string> VersionAt(string name) => versions?[name] ?? Version!.Predicate(name);

    /// <summary>
    /// Rows state the same quantities at several times, so that adding them up means nothing: lists give no sum and no
    /// mean, also of fields that are <see cref="Field.Summable"/> elsewhere.
    /// </summary>
    public ObjectType WithoutSums()
    {
        HasSums = false;
        return this;
    }

    /// <summary>Figures over lists of such rows mean nothing: lists give neither aggregates nor groups.</summary>
    public ObjectType WithoutFigures()
    {
        HasFigures = false;
        return this;
    }

    internal Field Add(Field field)
    {
        if (!byName.TryAdd(field.Name, field))
        {
            throw new InvalidOperationException($"Type {Name} already has a field {field.Name}.");
        }

        fields.Add(field);
        return field;
    }

    internal ObjectType Implement(InterfaceType type)
    {
        interfaces.Add(type);
        return this;
    }

    /// <summary>Adds the fields that can only be told when the whole schema is described.</summary>
    internal ObjectType Later(Func<IEnumerable<Field>> more)
    {
        rest = more;
        return this;
    }

    private ObjectType Complete()
    {
        var more = rest;
        rest = null;
        foreach (var field in more?.Invoke() ?? [])
        {
            Add(field);
        }

        return this;
    }

    private static SortKey ToSortKey(Field field) =>
        new(
            Names.ToEnumValue(field.Name),
            field.Lead,
            SqlTypes.Of(field.Type.Named),
            (ExpressionSource)field.Source!,
            !field.Type.IsNonNull
        );

    private SortKey ToSortKey(Field relation, string name)
    {
        var source = (ToOneSource)relation.Source!;
        var field = source.Target.Find(name);
        if (field is not { IsLeaf: true, Source: ExpressionSource value })
        {
            throw new InvalidOperationException(
                $"{Name}.{relation.Name} leads to {source.Target.Name}, which has no value {name} to order by."
            );
        }

        return new SortKey(
            $"{Names.ToEnumValue(relation.Name)}_{Names.ToEnumValue(name)}",
            $"Of its {relation.Name}: {field.Lead}",
            SqlTypes.Of(field.Type.Named),
            new ExpressionSource((value.Related ?? new RelatedValue([], rows => value.Sql(rows[0]))).Behind(source)),
            !(relation.Type.IsNonNull && field.Type.IsNonNull)
        );
    }
}
