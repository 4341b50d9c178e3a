using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes everything that a connection tells about its whole list; nothing is read when nothing is asked.</summary>
internal sealed class AggregateSql
{
    /// <summary>What reading a whole list once costs.</summary>
    private const int ScanCost = 100;

    private readonly ObjectType target;
    private readonly Scope scope;
    private readonly WholeList list;
    private readonly string alias;
    private readonly FigureSql figures;
    private bool isAsked;

    public AggregateSql(Rows rows, Scope scope, Func<string, string?> filter)
    {
        this.scope = scope;
        target = rows.Target;
        list = new WholeList(rows, scope, filter);
        alias = $"\"__{scope.Statement.NextAlias()}\"";
        figures = new FigureSql(list, alias);
    }

    /// <summary>What it costs for each row that the connection is selected on.</summary>
    public int Cost { get; private set; }

    /// <summary>The common table expressions that the parts read.</summary>
    public string With()
    {
        // Without a figure (only __typename, or all skipped) there is one row all the same.
        var row = figures.Columns is { Length: > 0 } columns ? $"select {columns} from {list.Name}" : "select";
        var single = isAsked ? $", {alias} as ({row})" : "";
        return Cost > 0 ? $"with {list.Definition()}{single} " : "";
    }

    public string Count() => Single(figures.Count());

    public string Aggregate(SelectedField selected) => Single(Figures(selected, figures, key: null));

    public string Groups(SelectedField selected)
    {
        Cost += ScanCost;
        var inner = scope.Enter(selected);
        var (limit, read) = Paging.Size("first", inner);
        var page = new PageSize(scope.Page, read);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, 0, page));
        var name = scope.Statement.NextAlias();
        var keys = new GroupKeys(target, inner.Arguments["by"], list, name);
        var own = new FigureSql(list, name);
        var value = Figures(selected, own, key => keys.Write(key));
        var columns = own.Columns is { Length: > 0 } some ? $", {some}" : "";
        var groups =
            $"select {keys.Columns}{columns} from {list.Name} group by {keys.Positions} order by {keys.Positions} limit {limit}";
        // The value is a column first: without a key or figure in it, it would be aggregated over rows further out.
        return $"(select {JsonSql.Array($"{name}.v")} from (select {value} as v from ({groups}) {name}) {name})";
    }

    private string Single(string value)
    {
        Cost += isAsked ? 0 : ScanCost;
        isAsked = true;
        return $"(select {value} from {alias})";
    }

    private string Figures(SelectedField owner, FigureSql from, Func<Field, string>? key) =>
        ObjectSql.Parts(
            owner,
            scope,
            field =>
                field.Field.Name switch
                {
                    "count" => from.Count(),
                    "key" => ObjectSql.Parts(field, scope, part => key!(target.Find(part.Field.Name)!)),
                    var figure => ObjectSql.Parts(
                        field,
                        scope,
                        part => from.Write(figure, target.Find(part.Field.Name)!)
                    ),
                }
        );
}
