using Indexer.Domain;
using Indexer.Ingestion;

namespace Indexer.Host.Display;

/// <summary>The progress of a network as one line.</summary>
internal static class ProgressText
{
    public static long Done(IngestionProgress progress) =>
        progress.Cursor is { } cursor ? cursor.Height - progress.Start + 1 : 0;

    public static long Total(IngestionProgress progress) =>
        Math.Max(Done(progress), (progress.Target ?? progress.Start - 1) - progress.Start + 1);

    public static string Line(IngestionProgress progress)
    {
        var (done, total) = (Done(progress), Total(progress));
        var percent = total == 0 ? 0 : done * 100 / total;
        var events = progress.Cursor?.Events ?? 0;
        var reason = progress.Reason is { } text ? $": {text}" : "";
        return FormattableString.Invariant(
            $"{progress.Network, -10} {EnumName(progress.State), -8} {done:N0} of {total:N0} blocks ({percent} %), {events:N0} events{reason}"
        );
    }

    private static string EnumName(IngestionState state) => state.ToString().ToLowerInvariant();
}
