using System.Globalization;
using System.Text.RegularExpressions;

namespace Indexer.Storage.Embedded;

/// <summary>The server programs of one PostgreSQL version.</summary>
/// <param name="BinDirectory">Directory that holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
/// <param name="Version">Its version as the server prints it, e.g. <c>15.17</c> or <c>19beta1</c>.</param>
/// <param name="Major">The part that fixes the format of data directories.</param>
public sealed partial record PostgresInstallation(string BinDirectory, string Version, int Major)
{
    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    /// <summary>Path of a program, e.g. <c>psql</c>, or null when this installation lacks it.</summary>
    /// <param name="name">Program name without suffix.</param>
    public string? Find(string name) => PathOf(BinDirectory, name) is var path && File.Exists(path) ? path : null;

    internal string Program(string name) => PathOf(BinDirectory, name);

    /// <summary>The installation in a directory; null when it has none. A server that does not run is an error.</summary>
    internal static async Task<PostgresInstallation?> InDirectoryAsync(
        string directory,
        CancellationToken cancellationToken
    )
    {
        if (!Needed.All(name => File.Exists(PathOf(directory, name))))
        {
            return null;
        }

        var program = PathOf(directory, "postgres");
        var result = await Command.RunAsync(program, ["--version"], directory, cancellationToken);
        var version = VersionPattern().Match(result.Output);
        return result.Succeeded && version.Success
            ? new PostgresInstallation(
                directory,
                version.Groups["version"].Value,
                int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture)
            )
            : throw new EmbeddedPostgresException($"{program} does not run: {result.Complaint}");
    }

    internal static string PathOf(string directory, string name) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(
        @"\(PostgreSQL\) (?<version>(?<major>[0-9]{1,4})[^ ]*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex VersionPattern();
}
