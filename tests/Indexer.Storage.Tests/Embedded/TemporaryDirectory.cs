using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

/// <summary>A new directory that is deleted afterwards, with the server that may run in it.</summary>
internal sealed class TemporaryDirectory : IAsyncDisposable
{
    private readonly string _parent = Path.Combine(Path.GetTempPath(), $"phala-indexer-test-{Guid.NewGuid():N}"[..30]);

    public TemporaryDirectory(string name = "data")
    {
        Directory.CreateDirectory(_parent);
        Data = Path.Combine(_parent, name);
    }

    /// <summary>A path in it that does not exist yet.</summary>
    public string Data { get; }

    public EmbeddedPostgresOptions OptionsHere => Options(Data);

    /// <summary>Small and quick, but with the same life cycle as the real one.</summary>
    public static EmbeddedPostgresOptions Options(string dataDirectory) =>
        new()
        {
            DataDirectory = dataDirectory,
            SharedBuffersMegabytes = 16,
            MaxConnections = 10,
        };

    public async ValueTask DisposeAsync()
    {
        await EmbeddedPostgres.StopAsync(OptionsHere, CancellationToken.None);
        Directory.Delete(_parent, recursive: true);
    }
}
