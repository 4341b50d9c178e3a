using System.Text.Json;
using System.Text.RegularExpressions;

namespace Indexer.Architecture.Tests;

/// <summary>What operators copy from <c>ops/</c> asks for what the program tells.</summary>
public sealed partial class OperationsTests
{
    private static readonly string[] Series = ["_bucket", "_count", "_sum"];

    [Theory]
    [InlineData("alerts.yml")]
    [InlineData("grafana-dashboard.json")]
    public void Every_metric_is_a_documented_one(string file)
    {
        var documented = Documented();
        var asked = Metric()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "ops", file)))
            .Select(match =>
                Series.Aggregate(
                    match.Value,
                    (name, end) => name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name
                )
            )
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(asked);
        Assert.Subset(documented, asked);
    }

    [Fact]
    public void The_dashboard_is_JSON_with_a_panel_for_each_id()
    {
        using var dashboard = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "ops", "grafana-dashboard.json"))
        );
        var ids = dashboard
            .RootElement.GetProperty("panels")
            .EnumerateArray()
            .Select(panel => panel.GetProperty("id").GetInt32());
        Assert.Distinct(ids);
    }

    /// <summary>The names in the table of docs/operations.md, where … stands for the beginning of the name before.</summary>
    private static HashSet<string> Documented()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match row in Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"))))
        {
            var written = Name().Matches(row.Value).Select(match => match.Groups["name"].Value).ToList();
            var begin = string.Join('_', written[0].Split('_').Take(2));
            names.UnionWith(written.Select(name => name.StartsWith('…') ? begin + name[1..] : name));
        }

        return names;
    }

    [GeneratedRegex("indexer_[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"^\| `indexer_[^|]*\|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>(indexer_|…)[a-z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
