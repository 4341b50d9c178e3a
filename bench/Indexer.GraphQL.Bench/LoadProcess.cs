using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Indexer.GraphQL.Bench;

/// <summary>
/// The HTTP clients as a process of their own, so that what they allocate and take is not counted as the server's:
/// threads that send prepared bytes over plain sockets.
/// </summary>
internal sealed class LoadProcess : IDisposable
{
    private readonly Process process;

    private LoadProcess(Process process) => this.process = process;

    /// <summary>Starts it.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="clients">How many connections.</param>
    /// <param name="file">From <see cref="HttpRequests.Write"/>.</param>
    public static LoadProcess Start(int port, int clients, string file)
    {
        string[] arguments =
        [
            typeof(LoadProcess).Assembly.Location,
            "load",
            port.ToString(CultureInfo.InvariantCulture),
            clients.ToString(CultureInfo.InvariantCulture),
            file,
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Run as "dotnet Bench.dll" or by the executable of its own.
        foreach (var argument in arguments.Skip(IsDotnet(start.FileName) ? 0 : 1))
        {
            start.ArgumentList.Add(argument);
        }

        return new LoadProcess(Process.Start(start)!);
    }

    /// <summary>Sends the requests of a workload for a while.</summary>
    public async Task<Load> RunAsync(int workload, TimeSpan duration)
    {
        await process.StandardInput.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{workload} {duration.TotalMilliseconds}")
        );
        var answer = await process.StandardOutput.ReadLineAsync();
        return answer is null
            ? throw new InvalidOperationException("The load process ended; its error is above.")
            : JsonSerializer.Deserialize<Load>(answer)!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>What the process itself does: reads a line, sends, writes the figures.</summary>
    public static void Serve(int port, int clients, string file)
    {
        var workloads = HttpRequests.Read(file);
        var sockets = Enumerable.Range(0, clients).Select(_ => new HttpClientSocket(port)).ToArray();
        while (Console.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            var requests = workloads[int.Parse(parts[0], CultureInfo.InvariantCulture)];
            var duration = TimeSpan.FromMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture));
            Console.WriteLine(JsonSerializer.Serialize(Run(sockets, requests, duration)));
        }
    }

    private static Load Run(HttpClientSocket[] sockets, byte[][] requests, TimeSpan duration)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var all = new List<double>[sockets.Length];
        var threads = sockets
            .Select(
                (socket, number) =>
                    new Thread(() =>
                    {
                        all[number] = [];
                        for (var turn = number; clock.Elapsed < duration; turn += sockets.Length)
                        {
                            var start = Stopwatch.GetTimestamp();
                            socket.Send(requests[turn % requests.Length]);
                            all[number].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        }
                    })
            )
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return new Load(
            clock.Elapsed.TotalSeconds,
            [.. all.SelectMany(latencies => latencies)],
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";
}
