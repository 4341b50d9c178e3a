using System.Text.RegularExpressions;

namespace Indexer.Architecture.Tests;

/// <summary>What keeps the sources readable.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 400;
    private const int MostLinesOfNineInTen = 200;
    private const int MostLinesOfHalf = 60;

    private static IReadOnlyList<string> Product => [.. Repository.Sources("src"), .. Repository.Sources("migrations")];

    [Fact]
    public void No_file_is_too_long_and_most_are_short()
    {
        var lengths = Product.Select(file => (Lines: File.ReadLines(file).Count(), file)).Order().ToList();
        Assert.DoesNotContain(lengths, entry => entry.Lines > MostLines);
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, MostLinesOfHalf);
        Assert.InRange(lengths[lengths.Count * 9 / 10].Lines, 1, MostLinesOfNineInTen);
    }

    [Fact]
    public void No_name_is_a_refuge_for_unrelated_things() =>
        Assert.DoesNotContain(Product, file => Refuge().IsMatch(Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void Nothing_is_folded_away_or_left_undone()
    {
        string[] signs = ["#region", "NotImplementedException", "TODO", "HACK"];
        Assert.DoesNotContain(
            Product,
            file => signs.Any(sign => File.ReadAllText(file).Contains(sign, StringComparison.Ordinal))
        );
    }

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utilities)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refuge();
}
