namespace Indexer.Storage.Tests.Embedded;

/// <summary>Scripts in the place of the server programs: enough to be found and asked for a version.</summary>
internal static class FakePostgres
{
    private const UnixFileMode Runnable = (UnixFileMode)0b111_101_101;

    public static string Create(string directory, string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        Directory.CreateDirectory(directory);
        foreach (var name in (string[])["postgres", "initdb", "pg_ctl"])
        {
            Script(Path.Combine(directory, name), $"echo 'postgres (PostgreSQL) {version}'");
        }

        return directory;
    }

    public static string Script(string path, string command)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Runnable);
        }

        return path;
    }
}
