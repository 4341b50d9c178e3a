using Indexer.Host.Running;
using Spectre.Console;

namespace Indexer.Host.Display;

/// <summary>A progress bar for each network, for terminals.</summary>
internal sealed class BarDisplay(ProgressBoard board, IAnsiConsole console, TimeProvider timeProvider)
    : IProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public Task<T> ShowAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        console
            .Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn()
            )
            .StartAsync(async context =>
            {
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                using var timer = new PeriodicTimer(Interval, timeProvider);
                var running = work();
                var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
                while (await Task.WhenAny(running, tick) != running)
                {
                    Update(context, bars);
                    tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
                }

                Update(context, bars);
                return await running;
            });

    private void Update(ProgressContext context, Dictionary<string, ProgressTask> bars)
    {
        foreach (var progress in board.Latest)
        {
            if (!bars.TryGetValue(progress.Network, out var bar))
            {
                bars[progress.Network] = bar = context.AddTask(progress.Network);
            }

            bar.MaxValue = Math.Max(1, ProgressText.Total(progress));
            bar.Value = ProgressText.Done(progress);
            bar.Description = Markup.Escape(ProgressText.Line(progress));
        }
    }
}
