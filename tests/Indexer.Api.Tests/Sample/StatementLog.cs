using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Api.Tests.Sample;

/// <summary>Counts the commands that the driver executed.</summary>
internal sealed class StatementLog : ILoggerFactory, ILogger
{
    public int Count { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Count += eventId.Id == NpgsqlEventId.CommandExecutionCompleted ? 1 : 0;

    public void Dispose() { }
}
