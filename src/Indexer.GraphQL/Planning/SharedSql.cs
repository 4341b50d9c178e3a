using System.Text;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The text of a <see cref="SharedStatement"/>: that for one request, over a table of the values of all.</summary>
internal static class SharedSql
{
    /// <summary>A column of the table, but for the number of its parameter.</summary>
    private const string Column = "asked.p";

    /// <summary>Writes it.</summary>
    /// <param name="sql">The statement: <c>select</c> and one expression.</param>
    /// <param name="parameters">Its parameters.</param>
    public static string Write(string sql, IReadOnlyList<Parameter> parameters)
    {
        // In a sub-query the lengths of the arrays are unknown to the planner: it would plan anew for every length.
        var arrays = parameters.Select((it, index) => $"(select ${index + 1}::{SqlTypes.Name(it.Type)}[])");
        var columns = Enumerable.Range(1, parameters.Count).Select(number => $"p{number}");
        return $"{Rewrite(sql)} from unnest({string.Join(", ", arrays)}) as asked({string.Join(", ", columns)})";
    }

    /// <summary>The text with a column in place of each parameter. What stands in quotes is none.</summary>
    private static string Rewrite(string sql)
    {
        var text = new StringBuilder(sql.Length);
        char? quote = null;
        foreach (var symbol in sql)
        {
            if (quote is null && symbol == '$')
            {
                text.Append(Column);
                continue;
            }

            text.Append(symbol);
            if (symbol is '\'' or '"' && (quote ?? symbol) == symbol)
            {
                quote = quote is null ? symbol : null;
            }
        }

        return text.ToString();
    }
}
