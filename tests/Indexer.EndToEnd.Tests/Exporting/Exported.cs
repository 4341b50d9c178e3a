using System.Globalization;
using System.Numerics;
using System.Text;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;

namespace Indexer.EndToEnd.Tests.Exporting;

/// <summary>An export as it comes out, read back from its CSV.</summary>
internal sealed class Exported
{
    private Exported(string text, ExportOutcome outcome)
    {
        (Text, Outcome) = (text, outcome);
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        Rows =
        [
            .. lines
                .Skip(1)
                .Select(line =>
                    names
                        .Zip(line.Split(','))
                        .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                ),
        ];
    }

    public string Text { get; }

    public ExportOutcome Outcome { get; }

    public IReadOnlyList<Dictionary<string, string>> Rows { get; }

    public BigInteger Opening => Units(Rows[0]["balance"]);

    public BigInteger Closing => Units(Rows[^2]["balance"]);

    /// <summary>The rows between opening and closing.</summary>
    public IEnumerable<Dictionary<string, string>> Entries => Rows.Skip(1).SkipLast(2);

    public static async Task<Exported> OfAsync(
        SimulatedIndex index,
        ExportKind kind,
        WrittenExport written,
        PriceList? prices = null
    )
    {
        var token = TestContext.Current.CancellationToken;
        await using var export = await new ExportSource(index.DataSource).OpenAsync(
            ExportRequest.Read(kind, written),
            token
        );
        using var output = new MemoryStream();
        var outcome = await export.WriteAsync(ExportFormat.Csv, output, prices, token);
        return new Exported(Encoding.UTF8.GetString(output.ToArray()), outcome);
    }

    public static Task<Exported> OfHolderAsync(
        SimulatedIndex index,
        ExportKind kind,
        string address,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null
    ) => OfAsync(index, kind, new WrittenExport(address, null, null, Time(from), Time(to), Unfinalized: false));

    /// <summary>What the entries of some kinds add up to.</summary>
    public BigInteger Sum(Func<string, bool> isWanted) =>
        Entries
            .Where(row => isWanted(row["entry"]))
            .Aggregate(BigInteger.Zero, (sum, row) => sum + Units(row["amount"]));

    /// <summary>That opening and entries come to the balance of every row, and to the closing balance.</summary>
    public void AssertCloses()
    {
        Assert.Equal("OPENING", Rows[0]["entry"]);
        Assert.Equal("CLOSING", Rows[^2]["entry"]);
        Assert.Equal(("CHECK", "0"), (Rows[^1]["entry"], Rows[^1]["amount"]));
        Assert.True(Outcome.Difference.IsZero);
        var balance = Opening;
        foreach (var row in Entries)
        {
            balance += Units(row["amount"]);
            Assert.Equal(balance, Units(row["balance"]));
        }

        Assert.Equal(balance, Closing);
    }

    /// <summary>A decimal with up to 18 digits after the point, in units of the last of them.</summary>
    public static BigInteger Units(string text)
    {
        var parts = text.Split('.');
        return BigInteger.Parse(
            parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(18, '0'),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
    }

    private static string? Time(DateTimeOffset? time) => time is { } known ? Period.Text(known) : null;
}
