namespace Indexer.Storage.Embedded;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 when it did what it was asked.</param>
/// <param name="Output">Its standard output, trimmed.</param>
/// <param name="Error">Its standard error, trimmed.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines of what it complained about, as one line.</summary>
    public string Complaint => ServerLog.OneLine(Error.Length > 0 ? Error : Output);
}
