using Indexer.Host.Running;

namespace Indexer.Host.Display;

/// <summary>Plain lines, for logs and pipes: a line of each network whenever it has news, at most every two seconds.</summary>
internal sealed class LineDisplay(ProgressBoard board, TextWriter output, TimeProvider timeProvider) : IProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, string> shown = [];

    public async Task<T> ShowAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        var running = work();
        var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
        while (await Task.WhenAny(running, tick) != running)
        {
            Print();
            tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
        }

        Print();
        return await running;
    }

    private void Print()
    {
        foreach (var progress in board.Latest)
        {
            var line = ProgressText.Line(progress);
            if (shown.GetValueOrDefault(progress.Network) != line)
            {
                output.WriteLine(line);
                shown[progress.Network] = line;
            }
        }
    }
}
