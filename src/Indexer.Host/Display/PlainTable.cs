using Spectre.Console;

namespace Indexer.Host.Display;

/// <summary>Rows of text with aligned columns, which copy well and need no colours.</summary>
internal static class PlainTable
{
    /// <summary>Wide enough for whole rows where the output is a file or a pipe.</summary>
    private const int PlainWidth = 200;

    /// <summary>Writes a table to standard output.</summary>
    /// <param name="columns">Names of the columns; one that begins with &gt; is aligned to the right.</param>
    /// <param name="rows">A text for each column.</param>
    public static void Print(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var column in columns)
        {
            var added = new TableColumn(Markup.Escape(column.TrimStart('>'))).NoWrap();
            table.AddColumn(column.StartsWith('>') ? added.RightAligned() : added);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            AnsiConsole.Profile.Width = PlainWidth;
        }

        AnsiConsole.Write(table);
    }
}
