using System.Text;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The text of a <see cref="SharedStatement"/>: that for one request, over a table of the values of all.</summary>
internal static class SharedSql
{
    private const string Row = "asked";

    /// <summary>Writes it.</summary>
    /// <param name="sql">The statement: <c>select</c> and one expression.</param>
    /// <param name="parameters">Its parameters.</param>
    public static string Write(string sql, IReadOnlyList<Parameter> parameters)
    {
        // In a sub-query the lengths of the arrays are unknown to the planner: it would plan anew for every length.
        var arrays = parameters.Select((it, index) => $"(select ${index + 1}::{SqlTypes.Name(it.Type)}[])");
        var columns = Enumerable.Range(1, parameters.Count).Select(Column);
        return $"{Rewrite(sql)} from unnest({string.Join(", ", arrays)}) as {Row}({string.Join(", ", columns)})";
    }

    private static string Column(int parameter) => $"p{parameter}";

    /// <summary>The text with a column in place of each parameter. What stands in quotes is none.</summary>
    private static string Rewrite(string sql)
    {
        var text = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length; )
        {
            var end = sql[at] switch
            {
                '\'' or '"' => sql.IndexOf(sql[at], at + 1) + 1,
                '$' => EndOfNumber(sql, at + 1),
                _ => at + 1,
            };
            if (sql[at] == '$')
            {
                text.Append(Row).Append(".p").Append(sql, at + 1, end - at - 1);
            }
            else
            {
                text.Append(sql, at, end - at);
            }

            at = end;
        }

        return text.ToString();
    }

    private static int EndOfNumber(string sql, int at)
    {
        while (at < sql.Length && char.IsAsciiDigit(sql[at]))
        {
            at++;
        }

        return at;
    }
}
