using Indexer.GraphQL.Types;

namespace Indexer.GraphQL;

/// <summary>
/// Describes a schema in code. Make the types first, then their fields (types may refer to each other), then the
/// fields of <see cref="Query"/>, then <see cref="Build"/>.
/// </summary>
/// <param name="query">What the root type is, with its limits.</param>
public sealed class SchemaBuilder(string query = "Everything that can be read.")
{
    private readonly InterfaceType node = NodeTypes.Interface();
    private readonly List<ObjectType> nodes = [];
    private readonly List<NamedType> declared = [];
    private ObjectType? subscription;
    private SequenceFeed? feed;

    /// <summary>The root type: relations without a join read whole tables, narrowed by their arguments.</summary>
    public ObjectType Query { get; } = new("Query", query);

    /// <summary>Offers subscriptions.</summary>
    /// <param name="feed">The steps that streams follow.</param>
    /// <returns>The root type of subscriptions; its fields are made by <see cref="ObjectType.Stream"/>.</returns>
    public ObjectType Subscription(SequenceFeed feed)
    {
        this.feed = feed;
        return subscription ??= new ObjectType("Subscription", "Everything that can be followed live.");
    }

    /// <summary>A closed set of values stored as text.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="description">What the values distinguish.</param>
    /// <param name="values">The values.</param>
    public EnumType Enum(string name, string description, params EnumValue[] values) =>
        Declare(new EnumType(name, description, values));

    /// <summary>An object without a table: embedded in its parent's row or read from SQL given at the field.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="description">What it is.</param>
    /// <param name="key">Columns that together are unique; needed for lists.</param>
    public ObjectType Object(string name, string description, params KeyColumn[] key) =>
        Declare(new ObjectType(name, description, table: null, key));

    /// <summary>An object backed by a table or view.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="table">The table or view, with its schema if it is not on the search path (<c>schema.table</c>).</param>
    /// <param name="description">What a row is.</param>
    /// <param name="key">Columns that together are unique.</param>
    public ObjectType Table(string name, string table, string description, params KeyColumn[] key) =>
        Declare(new ObjectType(name, description, Sql.Table(table), key));

    /// <summary>An object backed by a table that has a global id and is reachable by <c>node(id)</c>.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="table">The table or view.</param>
    /// <param name="description">What a row is.</param>
    /// <param name="key">Columns that together are unique; the id is made of them.</param>
    public ObjectType Node(string name, string table, string description, params KeyColumn[] key) =>
        Identified(Table(name, table, description, key));

    /// <summary>The same for rows of a query, for instance a join that filters and orders can use the indexes of.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="query">Trusted SQL: a <c>select</c> without <c>order by</c> or <c>limit</c>.</param>
    /// <param name="description">What a row is.</param>
    /// <param name="key">Columns that together are unique; the id is made of them.</param>
    public ObjectType NodeOf(string name, string query, string description, params KeyColumn[] key) =>
        Identified(Declare(new ObjectType(name, description, $"({query})", key)));

    /// <summary>Checks and freezes the schema.</summary>
    /// <exception cref="InvalidOperationException">Two types share a name, a list lacks a key, or no field
    /// leads to a declared type.</exception>
    public Schema Build()
    {
        if (nodes.Count > 0 && Query.Find("node") is null)
        {
            Query.Add(NodeTypes.RootField(node));
            Query.Add(NodeTypes.RootList(node));
        }

        var schema = new Schema(Query, extraTypes: nodes, subscription: subscription) { Feed = feed };
        return declared.Find(type => schema.Find(type.Name) != type) is { } unreachable
            ? throw new InvalidOperationException($"No field leads to type {unreachable.Name}.")
            : schema;
    }

    private ObjectType Identified(ObjectType type)
    {
        type.Implement(node);
        type.Add(new Field("id", Scalars.Id.NonNull(), NodeTypes.IdDescription, new GlobalIdSource()));
        nodes.Add(type);
        return type;
    }

    private T Declare<T>(T type)
        where T : NamedType
    {
        declared.Add(type);
        return type;
    }
}
