using System.Globalization;

namespace Indexer.GraphQL.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="IsHostile">Whether to measure what a hostile client costs.</param>
/// <param name="IsExplaining">Whether to show the statements and how PostgreSQL runs them.</param>
/// <param name="Duration">How long each measurement takes.</param>
/// <param name="DataDirectory">Where the database is kept.</param>
/// <param name="Names">Which documented queries; all when empty.</param>
internal sealed record BenchOptions(
    bool IsHostile,
    bool IsExplaining,
    TimeSpan Duration,
    string DataDirectory,
    IReadOnlyList<string> Names
)
{
    public static BenchOptions Parse(string[] arguments)
    {
        var rest = arguments.ToList();
        var seconds = double.Parse(Take(rest, "--seconds") ?? "1", CultureInfo.InvariantCulture);
        var directory = Take(rest, "--data") ?? Path.Combine(Path.GetTempPath(), "phala-indexer-bench");
        var isHostile = rest.Remove("hostile");
        var isExplaining = rest.Remove("explain");
        return new BenchOptions(isHostile, isExplaining, TimeSpan.FromSeconds(seconds), directory, rest);
    }

    private static string? Take(List<string> arguments, string name)
    {
        var at = arguments.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value =
            at + 1 < arguments.Count
                ? arguments[at + 1]
                : throw new ArgumentException($"{name} needs a value.", nameof(arguments));
        arguments.RemoveRange(at, 2);
        return value;
    }
}
