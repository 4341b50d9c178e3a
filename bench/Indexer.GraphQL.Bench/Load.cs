using System.Diagnostics;

namespace Indexer.GraphQL.Bench;

/// <summary>Requests of several clients over some time.</summary>
/// <param name="Seconds">How long they were sent.</param>
/// <param name="Milliseconds">The latency of each.</param>
/// <param name="ProcessorSeconds">What the process of the clients took.</param>
internal sealed record Load(double Seconds, IReadOnlyList<double> Milliseconds, double ProcessorSeconds)
{
    /// <summary>Each client repeats a request for a while, one after the other.</summary>
    /// <param name="clients">The clients, given their number and the number of the request.</param>
    /// <param name="duration">How long.</param>
    public static async Task<Load> RunAsync(IReadOnlyList<Func<int, Task>> clients, TimeSpan duration)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(
            clients.Select(
                (client, number) =>
                    Task.Run(async () =>
                    {
                        var latencies = new List<double>();
                        for (var turn = number; clock.Elapsed < duration; turn += clients.Count)
                        {
                            var start = Stopwatch.GetTimestamp();
                            await client(turn);
                            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        }

                        return latencies;
                    })
            )
        );
        return new Load(
            clock.Elapsed.TotalSeconds,
            [.. all.SelectMany(latencies => latencies)],
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }
}
