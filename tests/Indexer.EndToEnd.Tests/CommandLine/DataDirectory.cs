using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Storage.Embedded;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>A data directory for a private PostgreSQL, deleted with it.</summary>
internal sealed class DataDirectory : IAsyncDisposable
{
    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"phala-indexer-cli-{Guid.NewGuid():N}");

    /// <summary>Opens a database that the program left in it.</summary>
    public Task<IndexDatabase> OpenAsync(string name) =>
        IndexDatabase.ConnectAsync(
            new DatabaseConfiguration { DataDirectory = Path },
            name,
            TestContext.Current.CancellationToken
        );

    /// <summary>A file beside the data.</summary>
    public async Task<string> FileAsync(string content)
    {
        var file = Path + ".json";
        await File.WriteAllTextAsync(file, content);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(Path + ".json");
        await EmbeddedPostgres.DeleteAsync(
            new EmbeddedPostgresOptions { DataDirectory = Path },
            CancellationToken.None
        );
    }
}
