using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Indexer.Host.Commands;

/// <summary>Structured logs on standard error: one line each for people, JSON for machines.</summary>
internal static class LoggingSetup
{
    public static void Configure(ILoggingBuilder logging, bool json, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting", LogLevel.None);
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        });
        logging.AddSimpleConsole(simple =>
        {
            simple.SingleLine = true;
            simple.TimestampFormat = "HH:mm:ss ";
            simple.UseUtcTimestamp = true;
        });
    }
}
