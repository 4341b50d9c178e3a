using System.Diagnostics;

namespace Indexer.GraphQL.Bench;

/// <summary>Requests per second, latencies in milliseconds, and bytes allocated per request in the whole process.</summary>
internal sealed record Measurement(double PerSecond, double P50, double P95, double P99, double Bytes)
{
    /// <summary>Repeats a request on each of several clients for a while, after a warm-up of the same length.</summary>
    public static async Task<Measurement> TakeAsync(int clients, TimeSpan duration, Func<int, Task> request)
    {
        await RunAsync(clients, duration, request);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        var latencies = await RunAsync(clients, duration, request);
        var seconds = clock.Elapsed.TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        latencies.Sort();
        double At(double share) => latencies[(int)(share * (latencies.Count - 1))];
        return new Measurement(
            latencies.Count / seconds,
            At(0.5),
            At(0.95),
            At(0.99),
            (double)allocated / latencies.Count
        );
    }

    public override string ToString() =>
        $"{PerSecond, 9:N0}/s  p50 {P50, 6:N2}  p95 {P95, 6:N2}  p99 {P99, 6:N2} ms  {Bytes, 9:N0} B";

    private static async Task<List<double>> RunAsync(int clients, TimeSpan duration, Func<int, Task> request)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        var latencies = new List<double>();
                        for (var turn = client; clock.Elapsed < duration; turn += clients)
                        {
                            var start = Stopwatch.GetTimestamp();
                            await request(turn);
                            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        }

                        return latencies;
                    })
                )
        );
        return [.. all.SelectMany(latencies => latencies)];
    }
}
