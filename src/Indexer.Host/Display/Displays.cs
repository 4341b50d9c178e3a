using Indexer.Host.Running;
using Spectre.Console;

namespace Indexer.Host.Display;

/// <summary>Chooses how progress is shown.</summary>
internal static class Displays
{
    /// <summary>Bars on a terminal, plain lines elsewhere.</summary>
    public static IProgressDisplay For(ProgressBoard board, TimeProvider timeProvider) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? new BarDisplay(board, AnsiConsole.Console, timeProvider)
            : new LineDisplay(board, Console.Out, timeProvider);
}
