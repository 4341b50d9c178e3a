using Indexer.Migrations;
using Indexer.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Jobs.Tests;

/// <summary>The jobs in this process, as a program runs them.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    private readonly IHost host;

    private JobHost(IHost host) => this.host = host;

    public JobRunner Runner => host.Services.GetRequiredService<JobRunner>();

    /// <summary>A job that nothing but a test starts.</summary>
    public static RecurringJob Job(string name, Func<NpgsqlConnection, CancellationToken, Task<string>> runAsync) =>
        new(name, "0 0 1 1 *", "Is a test.", runAsync);

    public static Task<TestDatabase> DatabaseAsync() =>
        TestDatabase.CreateAsync(
            "schema",
            async connectionString =>
            {
                await using var dataSource = NpgsqlDataSource.Create(connectionString);
                await Schema.EnsureAsync(dataSource, CancellationToken.None);
            }
        );

    public static async Task<JobHost> StartAsync(string connectionString, JobOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddIndexerJobs(connectionString, options);
        var built = builder.Build();
        await built.StartAsync();
        return new JobHost(built);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
