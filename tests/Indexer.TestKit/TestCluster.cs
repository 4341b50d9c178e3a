using System.Globalization;
using Indexer.Storage.Embedded;

namespace Indexer.TestKit;

/// <summary>
/// The one PostgreSQL cluster of a test process: started when the first test asks for it, stopped and deleted when the
/// process ends. What a killed test process left behind is removed by the next one.
/// </summary>
public static class TestCluster
{
    private const string Prefix = "phala-indexer-tests-";
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);
    private static readonly SemaphoreSlim Gate = new(1);
    private static EmbeddedPostgres? _cluster;

    /// <summary>The running cluster.</summary>
    public static async Task<EmbeddedPostgres> GetAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _cluster ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        await RemoveLeftoversAsync();
        var directory = Path.Combine(
            Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}")
        );
        var options = Options(directory);
        var cluster = await EmbeddedPostgres.StartAsync(options, progress: null, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(cluster, directory);
        return cluster;
    }

    private static EmbeddedPostgresOptions Options(string directory) =>
        new()
        {
            DataDirectory = directory,
            Durable = false,
            SharedBuffersMegabytes = 16,
            MaxConnections = 200,
        };

    private static void Remove(EmbeddedPostgres cluster, string directory)
    {
#pragma warning disable VSTHRD002 // The end of a process has no asynchronous form, and nothing else runs any more.
        RemoveAsync(cluster, directory).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    private static async Task RemoveAsync(EmbeddedPostgres cluster, string directory)
    {
        await cluster.DisposeAsync();
        await EmbeddedPostgres.DeleteAsync(Options(directory), CancellationToken.None);
    }

    private static async Task RemoveLeftoversAsync()
    {
        // A directory that is only just being made by a parallel test process is not locked yet.
        var before = TimeProvider.System.GetUtcNow() - Settled;
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (Directory.GetCreationTimeUtc(directory) > before.UtcDateTime)
            {
                continue;
            }

            try
            {
                await EmbeddedPostgres.DeleteAsync(Options(directory), CancellationToken.None);
            }
            catch (EmbeddedPostgresException)
            {
                // In use by a parallel test process, or another user's: theirs to remove.
            }
        }
    }
}
