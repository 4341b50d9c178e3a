namespace Indexer.Host.Databases;

/// <summary>Tells what the start of the private PostgreSQL takes its time for: a download, the first creation.</summary>
internal sealed class StartupNotes : IProgress<string>
{
    /// <summary>Notes on standard error, where they do not mix with results.</summary>
    public static StartupNotes Console { get; } = new();

    /// <inheritdoc />
    public void Report(string value) => System.Console.Error.WriteLine(value);
}
