namespace Indexer.Storage.Embedded;

/// <summary>
/// The right to run the cluster of one data directory. The operating system frees it when the program ends, however it
/// ends.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _handle;

    private DataDirectoryLock(FileStream handle) => _handle = handle;

    public static DataDirectoryLock Take(DataDirectory directory)
    {
        if (TryTake(directory) is not { } taken)
        {
            var owner = directory.Guard(
                "read",
                () => File.Exists(directory.OwnerFile) ? File.ReadAllText(directory.OwnerFile) : "?"
            );
            throw new EmbeddedPostgresException(
                $"The data directory {directory.Root} is in use by another indexer (process {owner}); "
                    + "stop that one, or name another directory in database.dataDirectory."
            );
        }

        return taken;
    }

    public void Dispose() => _handle.Dispose();

    private static DataDirectoryLock? TryTake(DataDirectory directory)
    {
        if (directory.Guard("lock", () => Open(directory.LockFile)) is not { } handle)
        {
            return null;
        }

        try
        {
            directory.Guard("write to", () => File.WriteAllText(directory.OwnerFile, $"{Environment.ProcessId}"));
            return new DataDirectoryLock(handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK of Linux and macOS, and Windows' sharing violation; a full disk is something else.</summary>
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
