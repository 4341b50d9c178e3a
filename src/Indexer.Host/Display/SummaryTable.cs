using System.Globalization;
using System.Numerics;
using Indexer.Domain;
using Indexer.Host.Running;
using Spectre.Console;

namespace Indexer.Host.Display;

/// <summary>The table at the end of a run: a column for each network, so that four fit a terminal of 80 columns.</summary>
internal static class SummaryTable
{
    private const int PlainWidth = 140;

    public static void Print(
        IAnsiConsole console,
        IReadOnlyList<Summary> summaries,
        IReadOnlyList<NetworkOutcome> outcomes
    )
    {
        var table = new Table().Border(TableBorder.Ascii2).AddColumn("");
        foreach (var summary in summaries)
        {
            table.AddColumn(new TableColumn(Markup.Escape(summary.Network)).RightAligned().NoWrap());
        }

        Row("blocks", summary => Number(summary.Blocks));
        Row("events", summary => Number(summary.Events));
        Row("entries", summary => Number(summary.Entries));
        Row("seconds", summary => Seconds(Outcome(summary)));
        Row("linked accounts", summary => Number(summary.Holders));
        Row("stake now (PHA)", summary => Amount(summary.Stake));
        Row("unclaimed (PHA)", summary => Amount(summary.Unclaimed));
        Row("rewards (PHA)", summary => Amount(summary.Rewards));
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        console.Write(table);

        void Row(string figure, Func<Summary, string> show) => table.AddRow([figure, .. summaries.Select(show)]);

        NetworkOutcome? Outcome(Summary summary) =>
            outcomes.SingleOrDefault(ended => ended.Progress.Network == summary.Network);
    }

    private static string Seconds(NetworkOutcome? outcome) =>
        outcome is null ? "" : outcome.Duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>Whole PHA, rounded down: the table is for the eye, the exact figures are in the database.</summary>
    private static string Amount(BigInteger units) =>
        (units / (BigInteger)Pha.UnitsPerPha).ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
