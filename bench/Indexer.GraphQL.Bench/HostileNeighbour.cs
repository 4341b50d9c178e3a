using System.Net.Http.Json;

namespace Indexer.GraphQL.Bench;

/// <summary>What one client that sends absurd queries without pause costs the others.</summary>
internal static class HostileNeighbour
{
    private const int GoodClients = 2;

    private static readonly (string Name, string Query)[] Queries =
    [
        ("100,000 braces", new string('{', 100_000)),
        ("deep filter", $"{{ books(where: {Repeat("{ not: ", 150)}{{}}{Repeat("}", 150)}) {{ totalCount }} }}"),
        ("1,000 aliases", $"{{ {Numbered(1_000, "a{0}: books {{ totalCount }} ")}}}"),
        ("300 conflicts", $"{{ books {{ nodes {{ {Numbered(300, "k: f{0} ")}}} }} }}"),
        ("overlapping fields", $"{{ {Repeat("books(first: 1) { nodes { title author { name } } } ", 900)}}}"),
        ("2,900 variables", $"query ({Numbered(2_900, "$v{0}: Int ")}) {{ __typename }}"),
        (
            "chain of fragments",
            $"{{ books {{ nodes {{ ...F0 }} }} }} {Numbered(1_500, "fragment F{0} on Book {{ ...F{0}0 ...F1 }} ")}"
        ),
        ("7,000 spreads", $"{{ books {{ nodes {{ {Repeat("...F ", 7_000)}}} }} }} fragment F on Book {{ title }}"),
    ];

    public static async Task MeasureAsync(TimeSpan duration, Uri url, Func<int, Task> good)
    {
        using var http = new HttpClient();
        Console.WriteLine($"  {"a good query", -20} {await CostAsync(good), 6:N1} ms of processor time");
        foreach (var (name, query) in Queries)
        {
            Console.WriteLine($"  {name, -20} {await CostAsync(turn => PostAsync(http, url, query, turn)), 6:N1} ms");
        }

        Console.WriteLine($"  alone   {await Measurement.TakeAsync(GoodClients, duration, good)}");
        using var stop = new CancellationTokenSource();
        var hostile = Task.Run(async () =>
        {
            var turn = 0;
            for (; !stop.IsCancellationRequested; turn++)
            {
                await PostAsync(http, url, Queries[turn % Queries.Length].Query, turn);
            }

            return turn;
        });
        Console.WriteLine($"  beside  {await Measurement.TakeAsync(GoodClients, duration, good)}");
        await stop.CancelAsync();
        Console.WriteLine($"  hostile {await hostile / (2 * duration.TotalSeconds), 9:N0}/s");
    }

    /// <summary>Milliseconds of processor time of client and server for one request, once it has run for a while.</summary>
    private static async Task<double> CostAsync(Func<int, Task> request)
    {
        const int Rounds = 40;
        var before = TimeSpan.Zero;
        for (var turn = 0; turn < 2 * Rounds; turn++)
        {
            before = turn == Rounds ? Environment.CpuUsage.TotalTime : before;
            await request(turn);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Rounds;
    }

    /// <summary>A comment with the turn keeps the answer from coming out of a cache.</summary>
    private static async Task PostAsync(HttpClient http, Uri url, string query, int turn)
    {
        using var response = await http.PostAsJsonAsync(url, new { query = $"#{turn}\n{query}" });
        await response.Content.ReadAsByteArrayAsync();
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Numbered(int count, string format) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i))
        );
}
