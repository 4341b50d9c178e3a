using System.Diagnostics;
using Npgsql;

namespace Indexer.Jobs.Tests;

/// <summary>Another process that runs jobs until its standard input ends, or until it is killed.</summary>
internal sealed class JobProcess : IAsyncDisposable
{
    public const string Verb = "run-jobs";
    public const string JobName = "traced";

    /// <summary>The table in which each run leaves when it began and ended, and how many others were at work then.</summary>
    public const string CreateTrace = """
        create table trace (
          process int not null, began timestamptz not null, others bigint not null, ended timestamptz)
        """;

    private const string Begin = """
        insert into trace
        select $1, clock_timestamp(), (select count(*) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '%at work%')
        returning (select count(*) = 0 from trace)
        """;

    private const string Work = "select pg_sleep($1) /* at work */";

    private const string End = """
        update trace set ended = clock_timestamp() where process = $1 and ended is null
        """;

    private readonly Process process;

    private JobProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static JobOptions Options { get; } =
        new()
        {
            Timetable = [JobHost.Job(JobName, TraceAsync)],
            TakeOverAfter = TimeSpan.FromSeconds(5),
            PollInterval = TimeSpan.FromMilliseconds(300),
        };

    /// <summary>What the other process does.</summary>
    public static async Task<int> ServeAsync(string connectionString)
    {
        await using var jobs = await JobHost.StartAsync(connectionString, Options);
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public static async Task<JobProcess> StartAsync(string connectionString)
    {
        var name = typeof(JobProcess).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : "");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), [Verb, connectionString])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var started = Process.Start(start)!;
        Assert.Equal("ready", await started.StandardOutput.ReadLineAsync());
        return new JobProcess(started);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>The first run of all goes on until it is killed.</summary>
    private static async Task<string> TraceAsync(NpgsqlConnection held, CancellationToken cancellationToken)
    {
        var isFirst = await ExecuteAsync(held, Begin, Environment.ProcessId, cancellationToken) is true;
        await ExecuteAsync(held, Work, isFirst ? 3_600.0 : 0.2, cancellationToken);
        await ExecuteAsync(held, End, Environment.ProcessId, cancellationToken);
        return "traced";
    }

    private static async Task<object?> ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        object value,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(value);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
