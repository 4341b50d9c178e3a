using System.Globalization;

namespace Indexer.GraphQL.Bench;

/// <summary>GraphQL over HTTP beside its floor, in turns so that noise of the machine hits both.</summary>
internal sealed class Comparison(LoadProcess http, IReadOnlyList<Func<int, Task>> floor)
{
    private const int Rounds = 5;
    private const int WarmUps = 3;

    public static string Head { get; } =
        "                            GraphQL over HTTP                |  the same SQL through Npgsql      | of    p99    | us of processor a request      | server\n"
        + "query                         per s    p50    p95    p99 ms  |  per s    p50    p95    p99 ms    | floor ratio  | server  clients  floor         | B a request";

    public async Task<string> MeasureAsync(string name, int workload, TimeSpan duration)
    {
        Func<Task<Load>> ask = () => http.RunAsync(workload, duration);
        Func<Task<Load>> select = () => Load.RunAsync(floor, duration);
        for (var round = 0; round < WarmUps; round++)
        {
            await ask();
            await select();
        }

        var (graphQL, sql) = (new Figures(), new Figures());
        for (var round = 0; round < Rounds; round++)
        {
            await graphQL.AddAsync(ask);
            await sql.AddAsync(select);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -26} {Side(graphQL)}     |{Side(sql)}       | {graphQL.PerSecond / sql.PerSecond, 4:P0} {graphQL.At(0.99) / sql.At(0.99), 5:N2}  | {graphQL.OwnMicroseconds, 6:N0} {graphQL.ClientMicroseconds, 8:N0} {sql.OwnMicroseconds, 6:N0}         | {graphQL.Bytes, 6:N0}"
        );
    }

    private static string Side(Figures figures) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.PerSecond, 8:N0} {figures.At(0.5), 6:N2} {figures.At(0.95), 6:N2} {figures.At(0.99), 6:N2}"
        );
}
