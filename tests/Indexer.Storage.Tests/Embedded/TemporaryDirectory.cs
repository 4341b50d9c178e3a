using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

/// <summary>A new directory that is deleted afterwards, with the server that may run in it.</summary>
internal sealed class TemporaryDirectory : IAsyncDisposable
{
    public TemporaryDirectory(string name = "data", bool durable = false)
    {
        Parent = Directory.CreateTempSubdirectory("phala-test-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // As root the server runs as another user, who has to get through.
            File.SetUnixFileMode(
                Parent,
                File.GetUnixFileMode(Parent) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
            );
        }

        Data = Path.Combine(Parent, name);
        Options = OptionsFor(Data, durable);
    }

    public string Parent { get; }

    /// <summary>A path in it that does not exist yet.</summary>
    public string Data { get; }

    public EmbeddedPostgresOptions Options { get; }

    /// <summary>Small and quick, but with the same life cycle as the real one.</summary>
    public static EmbeddedPostgresOptions OptionsFor(string dataDirectory, bool durable = false) =>
        new()
        {
            DataDirectory = dataDirectory,
            Durable = durable,
            SharedBuffersMegabytes = 16,
            MaxConnections = 10,
        };

    public Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Options, progress: null, default);

    public Task<EmbeddedPostgresException> StartFailsAsync() =>
        Assert.ThrowsAsync<EmbeddedPostgresException>(async () => await StartAsync());

    public async ValueTask DisposeAsync()
    {
        if (EmbeddedPostgres.TryFindRunning(Data) is not null)
        {
            await EmbeddedPostgres.StopAsync(Options, CancellationToken.None);
        }

        Directory.Delete(Parent, recursive: true);
    }
}
