namespace Indexer.Storage.Embedded;

/// <summary>
/// Where things are kept when nothing is configured: the XDG directories. Root's home is closed to the unprivileged
/// user that must run the server, so root gets the system-wide ones.
/// </summary>
internal static class DefaultDirectories
{
    public static string Data =>
        FromEnvironment("XDG_DATA_HOME", "postgres")
        ?? (IsRoot ? "/var/lib/phala-indexer/postgres" : Path.Combine(LocalData, "phala-indexer", "postgres"));

    public static string Cache =>
        FromEnvironment("XDG_CACHE_HOME", "")
        ?? (
            IsRoot ? "/var/cache/phala-indexer"
            : OperatingSystem.IsWindows() ? Path.Combine(LocalData, "phala-indexer", "cache")
            : Path.Combine(Home, ".cache", "phala-indexer")
        );

    private static bool IsRoot => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows();

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string LocalData =>
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );

    private static string? FromEnvironment(string variable, string name) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } home && Path.IsPathRooted(home)
            ? Path.Combine(home, "phala-indexer", name).TrimEnd(Path.DirectorySeparatorChar)
            : null;
}
