using Npgsql;

namespace Indexer.Jobs;

/// <summary>
/// A job that comes again and again. It works on the connection that holds its lock, so that it ends with the lock whatever
/// ends either; it is idempotent, since a run that was killed is repeated; and it never writes the ledger.
/// </summary>
/// <param name="Name">Its name, unique among the jobs.</param>
/// <param name="Schedule">Minute, hour, day of the month, month and day of the week in UTC, as in cron.</param>
/// <param name="Description">What it does, for people.</param>
/// <param name="RunAsync">Does it, and says in a few words what was done.</param>
public sealed record RecurringJob(
    string Name,
    string Schedule,
    string Description,
    Func<NpgsqlConnection, CancellationToken, Task<string>> RunAsync
);
