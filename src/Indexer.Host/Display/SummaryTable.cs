using System.Globalization;
using System.Numerics;
using Indexer.Domain;
using Indexer.Host.Running;
using Spectre.Console;

namespace Indexer.Host.Display;

/// <summary>The table at the end of a run.</summary>
internal static class SummaryTable
{
    private const int PlainWidth = 140;

    public static void Print(
        IAnsiConsole console,
        IReadOnlyList<Summary> summaries,
        IReadOnlyList<NetworkOutcome> outcomes
    )
    {
        var table = new Table().Border(TableBorder.Ascii2);
        table.AddColumn("network");
        string[] figures =
        [
            "blocks",
            "events",
            "entries",
            "seconds",
            "linked accounts",
            "stake now (PHA)",
            "rewards (PHA)",
        ];
        foreach (var figure in figures)
        {
            table.AddColumn(new TableColumn(figure).RightAligned());
        }

        foreach (var summary in summaries)
        {
            var outcome = outcomes.SingleOrDefault(ended => ended.Progress.Network == summary.Network);
            table.AddRow(
                summary.Network,
                Number(summary.Height - (outcome?.Progress.Start ?? 0) + 1),
                Number(summary.Events),
                Number(summary.Entries),
                outcome is null
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $"{outcome.Duration.TotalSeconds:F1}"),
                Number(summary.Holders),
                Amount(summary.Stake),
                Amount(summary.Rewards)
            );
        }

        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        console.Write(table);
    }

    /// <summary>Whole PHA, rounded down: the table is for the eye, the exact figures are in the database.</summary>
    private static string Amount(BigInteger units) =>
        (units / (BigInteger)Pha.UnitsPerPha).ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
