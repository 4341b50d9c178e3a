using System.Diagnostics;

namespace Indexer.Storage.Tests.Embedded;

internal static class ServerProcess
{
    /// <summary>kill -9.</summary>
    public static async Task KillAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        while (!HasEnded(processId))
        {
            await Task.Yield();
        }
    }

    public static void AssertEnded(int processId) =>
        Assert.True(HasEnded(processId), $"process {processId} still runs");

    /// <summary>A process whose parent has not taken notice of its end (a zombie) has no command line any more.</summary>
    private static bool HasEnded(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited
                || (OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{processId}/cmdline").Length == 0);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return true;
        }
    }
}
