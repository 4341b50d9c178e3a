using System.Diagnostics;

namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>The statements that the code under it sends, those around transactions left out.</summary>
internal sealed class StatementRecorder : IDisposable
{
    private static readonly string[] Transactions = ["BEGIN", "COMMIT", "ROLLBACK", "DISCARD"];

    private readonly ActivitySource source = new("test");
    private readonly ActivityListener listener;
    private readonly Activity? root;
    private readonly List<string> statements = [];

    public StatementRecorder()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name is "Npgsql" or "test",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(listener);
        root = source.StartActivity();
    }

    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (statements)
            {
                return [.. statements];
            }
        }
    }

    public void Dispose()
    {
        root?.Dispose();
        listener.Dispose();
        source.Dispose();
    }

    /// <summary>Hears of other tests' statements too, and of them before there is a root.</summary>
    private void Record(Activity activity)
    {
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
        if (
            activity.TraceId != root?.TraceId
            || text is null
            || Transactions.Any(word => text.StartsWith(word, StringComparison.Ordinal))
        )
        {
            return;
        }

        lock (statements)
        {
            statements.Add(text);
        }
    }
}
