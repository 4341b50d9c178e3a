using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Jobs;

/// <summary>Runs the jobs of the index in a process, by Hangfire. Any number of processes may share a database.</summary>
public static class IndexerJobs
{
    /// <summary>The path of the dashboard.</summary>
    public const string Path = "/jobs";

    /// <summary>The schema of Hangfire's own tables in the database of the index.</summary>
    public const string Schema = "hangfire";

    /// <summary>Runs at the same time, in one process.</summary>
    private const int Workers = 2;

    /// <summary>Registers the server, which starts and stops with the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="options">The timetable and the pace; the product's when left out.</param>
    public static IServiceCollection AddIndexerJobs(
        this IServiceCollection services,
        string connectionString,
        JobOptions? options = null
    )
    {
        options ??= new JobOptions();
        // Jobs take the time they need, and each run has a connection of its own.
        var connections = new NpgsqlConnectionStringBuilder(connectionString)
        {
            CommandTimeout = 0,
            ApplicationName = "indexer jobs",
        };
        services
            .AddAntiforgery()
            .AddSingleton(options)
            .AddSingleton<JobStorage>(_ => Storage(connections.ConnectionString, options))
            .AddSingleton<JobActivator>(provider => new RunnerActivator(provider))
            .AddKeyedSingleton(Schema, (_, _) => NpgsqlDataSource.Create(connections))
            .AddSingleton(provider => new JobRunner(
                Connections(provider),
                provider.GetRequiredService<JobStorage>(),
                options,
                provider.GetRequiredService<ILogger<JobRunner>>()
            ))
            .AddHostedService(provider => new JobSetup(
                Connections(provider),
                provider.GetRequiredService<JobStorage>(),
                provider.GetRequiredService<IRecurringJobManager>(),
                options
            ));
        return services
            .AddHangfire(
                (provider, hangfire) =>
                    hangfire
                        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                        .UseSimpleAssemblyNameTypeSerializer()
                        .UseRecommendedSerializerSettings()
                        .UseLogProvider(
                            new HangfireLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Hangfire"))
                        )
            )
            .AddHangfireServer(server =>
            {
                server.WorkerCount = Workers;
                server.SchedulePollingInterval = options.PollInterval;
            });
    }

    /// <summary>Serves the dashboard at <see cref="Path"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="isOperator">Whether a request comes from whoever may see and do everything; it may add a challenge to the response.</param>
    public static IEndpointConventionBuilder MapIndexerJobs(
        this IEndpointRouteBuilder endpoints,
        Func<HttpContext, bool> isOperator
    ) =>
        endpoints.MapHangfireDashboard(
            Path,
            new DashboardOptions
            {
                Authorization = [new OperatorsOnly(isOperator)],
                DashboardTitle = "Phala indexer: jobs",
                DisplayStorageConnectionString = false,
            }
        );

    private static NpgsqlDataSource Connections(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<NpgsqlDataSource>(Schema);

    /// <summary>Hangfire's place in the database.</summary>
    internal static PostgreSqlStorage Storage(string connectionString, JobOptions options)
    {
        var storage = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = options.TakeOverAfter,
            DistributedLockTimeout = options.TakeOverAfter,
            QueuePollInterval = options.PollInterval,
            EnableLongPolling = true,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, storage), storage);
    }

    /// <summary>Finds the runner of this application; Hangfire's own would be that of the last application in the process.</summary>
    private sealed class RunnerActivator(IServiceProvider provider) : JobActivator
    {
        public override object ActivateJob(Type jobType) => provider.GetRequiredService(jobType);
    }

    private sealed class OperatorsOnly(Func<HttpContext, bool> isOperator) : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => isOperator(context.GetHttpContext());
    }
}
