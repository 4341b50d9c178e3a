namespace Indexer.Exports;

/// <summary>A file of daily prices that somebody goes on writing: it is read again when it changed.</summary>
public sealed class PriceFile
{
    private readonly string path;
    private readonly Lock turns = new();
    private (DateTime Written, long Length, PriceList List) read;

    private PriceFile(string path) => this.path = path;

    /// <summary>Reads the file for the first time (<see cref="PriceList.Load"/>).</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ExportException">It cannot be read, or a line is wrong; the message names it.</exception>
    public static PriceFile Open(string path)
    {
        var file = new PriceFile(path);
        file.Current();
        return file;
    }

    /// <summary>The prices as the file has them now.</summary>
    /// <exception cref="ExportException">It cannot be read any more, or a line is wrong; the message names it.</exception>
    public PriceList Current()
    {
        lock (turns)
        {
            // Before the content, so that what is written in between is read the next time.
            var file = new FileInfo(path);
            var (written, length) = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (read.List is null || !file.Exists || (written, length) != (read.Written, read.Length))
            {
                read = (written, length, PriceList.Load(path));
            }

            return read.List;
        }
    }
}
