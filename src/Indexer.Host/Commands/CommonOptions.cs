using System.CommandLine;

namespace Indexer.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal sealed class CommonOptions
{
    public Option<FileInfo?> Config { get; } =
        new("--config") { Description = "A JSON file over the shipped configuration.", HelpName = "FILE" };

    public Option<bool> Demo { get; } =
        new("--demo") { Description = "The database of the newest demo, also where there is another one." };

    public Option<bool> JsonLogs { get; } =
        new("--json-logs") { Description = "Write logs as JSON, one object per line." };

    public Option<bool> Verbose { get; } =
        new("--verbose") { Description = "Also log what is of interest to developers." };
}
