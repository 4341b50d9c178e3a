using System.Text.RegularExpressions;

namespace Indexer.Storage.Embedded;

/// <summary>The server's log file: what it said since the last start.</summary>
internal sealed partial class ServerLog(string path)
{
    private const long RotateAt = 16 << 20;
    private const int TailBytes = 16 << 10;
    private long _start;

    public string Path => path;

    /// <summary>Remembers where the next start begins, and keeps the file from growing for ever.</summary>
    public void MarkStart()
    {
        var file = new FileInfo(path);
        if (file.Exists && file.Length > RotateAt)
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        _start = File.Exists(path) ? new FileInfo(path).Length : 0;
    }

    /// <summary>What was logged since <see cref="MarkStart"/>, at most its last 16 KiB.</summary>
    public string SinceStart()
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = Math.Min(stream.Length, Math.Max(_start, stream.Length - TailBytes));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The last lines of a text in one line; only the complaints when there are any.</summary>
    public static string OneLine(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => Prefix().Replace(line, ""))
            .ToList();
        var complaints = lines.Where(line => Complaint().IsMatch(line)).ToList();
        return string.Join(" / ", (complaints.Count > 0 ? complaints : lines).TakeLast(4));
    }

    [GeneratedRegex(
        @"^[-0-9]{10} [:.0-9]+ UTC \[[0-9]+\] ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"\b(FATAL|PANIC|ERROR|HINT|DETAIL|error|hint|detail|could not):? ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Complaint();
}
