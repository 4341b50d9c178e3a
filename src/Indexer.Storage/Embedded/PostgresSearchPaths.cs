using System.Globalization;

namespace Indexer.Storage.Embedded;

/// <summary>The directories that may hold PostgreSQL's server programs, in the order they are tried.</summary>
/// <param name="Path">Directories of <c>PATH</c>.</param>
/// <param name="Patterns">Usual places; one path segment may hold <c>*</c> for the version, highest first.</param>
public sealed record PostgresSearchPaths(IReadOnlyList<string> Path, IReadOnlyList<string> Patterns)
{
    /// <summary>This machine's <c>PATH</c> and the usual places of its operating system.</summary>
    public static PostgresSearchPaths OfMachine { get; } =
        new(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
                System.IO.Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
            UsualPlaces()
        );

    /// <summary>Every existing directory, in order, each once.</summary>
    internal IEnumerable<string> Directories() =>
        Path.Concat(Patterns.SelectMany(Expand)).Where(Directory.Exists).Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<string> UsualPlaces() =>
        OperatingSystem.IsWindows() ? [@"C:\Program Files\PostgreSQL\*\bin"]
        : OperatingSystem.IsMacOS()
            ?
            [
                "/opt/homebrew/opt/postgresql@*/bin",
                "/usr/local/opt/postgresql@*/bin",
                "/Applications/Postgres.app/Contents/Versions/*/bin",
            ]
        : ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*"];

    private static IEnumerable<string> Expand(string pattern)
    {
        var separator = System.IO.Path.DirectorySeparatorChar;
        var segments = pattern.Split(separator);
        var wild = Array.FindIndex(segments, segment => segment.Contains('*', StringComparison.Ordinal));
        if (wild < 0)
        {
            return [pattern];
        }

        var parent = string.Join(separator, segments[..wild]) + separator;
        return Directory.Exists(parent)
            ? Directory
                .EnumerateDirectories(parent, segments[wild])
                .OrderByDescending(VersionNumber)
                .Select(directory => System.IO.Path.Combine([directory, .. segments[(wild + 1)..]]))
            : [];
    }

    /// <summary>The digits at the end of the name: 16 for "16", "postgresql@16" and "pgsql-16".</summary>
    private static int VersionNumber(string directory)
    {
        var name = System.IO.Path.GetFileName(directory);
        var digits = name[(name.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1)..];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
