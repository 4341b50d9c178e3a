namespace Indexer.GraphQL.Bench;

/// <summary>What one client that sends absurd queries without pause costs the others.</summary>
internal static class HostileNeighbour
{
    public const int GoodClients = 2;
    private const int Rounds = 5;

    /// <summary>In which it spends what it may at once.</summary>
    private static readonly TimeSpan RunIn = TimeSpan.FromSeconds(2);

    private static readonly (string Name, string Query)[] Queries =
    [
        ("250,000 braces", new string('{', 250_000)),
        ("deep filter", $"{{ pools(where: {Repeat("{ not: ", 150)}{{}}{Repeat("}", 150)}) {{ totalCount }} }}"),
        ("1,000 aliases", $"{{ {Numbered(1_000, "a{0}: pools {{ totalCount }} ")}}}"),
        ("300 conflicts", $"{{ pools {{ nodes {{ {Numbered(300, "k: f{0} ")}}} }} }}"),
        ("overlapping fields", $"{{ {Repeat("pools(first: 1) { nodes { kind owner { address } } } ", 900)}}}"),
        ("2,900 variables", $"query ({Numbered(2_900, "$v{0}: Int ")}) {{ __typename }}"),
        (
            "chain of fragments",
            $"{{ pools {{ nodes {{ ...F0 }} }} }} {Numbered(1_500, "fragment F{0} on Pool {{ ...F{0}0 ...F1 }} ")}"
        ),
        (
            "chain with a field",
            $"{{ pools {{ nodes {{ ...F0 }} }} }} {Numbered(1_500, "fragment F{0} on Pool {{ kind ...F{0}0 ...F1 }} ")}"
        ),
        ("fan of fragments", $"{{ pools {{ nodes {{ ...F0 }} }} }} {Fan(40)}"),
        (
            "orders in a fragment",
            $"{{ pools {{ nodes {{ {Numbered(150, "a{0}: positions {{ ...F }} ")}}} }} }} fragment F on PositionConnection {{ nodes {{ pool {{ positions(orderBy: [{Repeat("{field: VALUE} ", 2_500)}]) {{ totalCount }} }} }} }}"
        ),
        (
            "schema",
            $"{{ {Numbered(50, "s{0}: __schema {{ types {{ fields {{ type {{ ...F ofType {{ ...F ofType {{ ...F }} }} }} }} }} }} ")}}} fragment F on __Type {{ fields {{ name description args {{ name description }} }} }}"
        ),
        ("7,000 spreads", $"{{ pools {{ nodes {{ {Repeat("...F ", 7_000)}}} }} }} fragment F on Pool {{ kind }}"),
    ];

    private static int sent;

    public static async Task MeasureAsync(
        LoadProcess good,
        BenchServer server,
        TimeSpan duration,
        IReadOnlyList<Workload> workloads
    )
    {
        using var hostile = new HttpClientSocket(server.Url.Port);
        foreach (var (name, query) in Queries)
        {
            Console.WriteLine($"  {name, -20} {Cost(server, query), 6:N1} ms of processor time to prepare");
        }

        Console.WriteLine(
            $"{GoodClients} good clients alone, and beside one that sends all of these without pause, in turns:\n"
                + "held to the rate of unknown clients, and not"
        );
        for (var workload = 0; workload < workloads.Count; workload++)
        {
            var sides = new Dictionary<string, Figures>
            {
                ["alone"] = new(),
                ["held"] = new(),
                ["not"] = new(),
            };
            await good.RunAsync(workload, duration);
            for (var round = 0; round < Rounds; round++)
            {
                await sides["alone"].AddAsync(() => good.RunAsync(workload, duration));
                await sides["held"].AddAsync(() => BesideAsync(isKnown: false));
                await sides["not"].AddAsync(() => BesideAsync(isKnown: true));
            }

            var alone = sides["alone"];
            Console.WriteLine(
                $"  {workloads[workload].Name, -20}"
                    + string.Concat(
                        sides.Select(side =>
                            $" | {side.Key} {side.Value.PerSecond, 7:N0}/s {(side.Value.PerSecond / alone.PerSecond) - 1, 5:P0} p99 {side.Value.At(0.99), 6:N2} ms"
                        )
                    )
            );

            Task<Load> BesideAsync(bool isKnown) =>
                HostileNeighbour.BesideAsync(hostile, server.Url, isKnown, () => good.RunAsync(workload, duration));
        }

        Console.WriteLine($"  {sent} hostile requests were answered");
    }

    private static async Task<Load> BesideAsync(HttpClientSocket hostile, Uri url, bool isKnown, Func<Task<Load>> good)
    {
        using var stop = new CancellationTokenSource();
        var sending = Task.Run(() =>
        {
            for (; !stop.IsCancellationRequested; sent++)
            {
                var request = Request(Queries[sent % Queries.Length].Query, sent);
                hostile.Exchange(HttpRequests.Post(url, request, isKnown));
            }
        });
        try
        {
            await Task.Delay(RunIn, TimeProvider.System);
            return await good();
        }
        finally
        {
            await stop.CancelAsync();
            await sending;
        }
    }

    /// <summary>Milliseconds of processor time of this process for one request, once it has run for a while.</summary>
    private static double Cost(BenchServer server, string query)
    {
        const int Turns = 200;
        var before = TimeSpan.Zero;
        for (var turn = 0; turn < 2 * Turns; turn++)
        {
            before = turn == Turns ? Environment.CpuUsage.TotalTime : before;
            server.Engine.Prepare(Request(query, turn), out _);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Turns;
    }

    /// <summary>A comment with the turn keeps the answer from coming out of a cache.</summary>
    private static GraphQLRequest Request(string query, int turn) => new($"#{turn}\n{query}");

    /// <summary>Each fragment spreads every later one.</summary>
    private static string Fan(int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    $"fragment F{i} on Pool {{ kind {string.Concat(Enumerable.Range(i + 1, count - i - 1).Select(j => $"...F{j} "))}}} "
                )
        );

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Numbered(int count, string format) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i))
        );
}
