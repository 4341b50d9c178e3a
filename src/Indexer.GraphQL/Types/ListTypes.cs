namespace Indexer.GraphQL.Types;

/// <summary>The types generated for lists of an object type: connection, edge, filter and order.</summary>
internal sealed class ListTypes
{
    private readonly ObjectType target;
    private readonly Lazy<IReadOnlyList<InputValue>> arguments;

    public ListTypes(ObjectType target)
    {
        this.target = target;
        Connection = ConnectionTypes.Connection(target);
        Filter = FilterTypes.Rows(target);
        ListFilter = FilterTypes.Relation(target, Filter);
        arguments = new(() => [.. ListArguments()]);
    }

    public ObjectType Connection { get; }

    /// <summary>The <c>where</c> type over one row.</summary>
    public InputObjectType Filter { get; }

    /// <summary>The <c>where</c> type over a to-many relation.</summary>
    public InputObjectType ListFilter { get; }

    public bool IsFilterable => target.Fields.Any(item => item.IsFilterable);

    /// <summary>The arguments every connection of the type has.</summary>
    public IReadOnlyList<InputValue> Arguments => arguments.Value;

    private IEnumerable<InputValue> ListArguments()
    {
        foreach (var argument in ConnectionTypes.PagingArguments)
        {
            yield return argument;
        }

        if (IsFilterable)
        {
            yield return new InputValue("where", Filter, "Keeps the rows that match.");
        }

        if (target.SortKeys.Any())
        {
            yield return new InputValue(
                "orderBy",
                ConnectionTypes.Order(target).NonNull().List(),
                "The order, most significant key first; the unique key always closes it. Null comes last unless nulls says otherwise."
            );
        }
    }
}
