using System.Diagnostics;
using System.Globalization;

namespace Indexer.GraphQL.Bench;

/// <summary>GraphQL over HTTP beside its floors, in turns so that noise of the machine hits all.</summary>
/// <param name="graphQL">One round through the engine.</param>
/// <param name="byHand">One round through <see cref="HandWritten"/>.</param>
/// <param name="sql">One round through <see cref="SqlFloor"/>, without HTTP.</param>
internal sealed class Comparison(Func<Task<Load>> graphQL, Func<Task<Load>> byHand, Func<Task<Load>> sql)
{
    private const int Rounds = 5;
    private const int WarmUps = 3;

    /// <summary>Until the runtime has compiled for good what it first runs with instruments.</summary>
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(20);

    private readonly Func<Task<Load>>[] sides = [graphQL, byHand, sql];

    public static string Head { get; } =
        "                       GraphQL over HTTP            | by hand over HTTP            | the same SQL, no HTTP        | of by hand  | of the SQL  | us of processor a request         | bytes a request\n"
        + "query                    per s   p50    p95    p99  |  per s   p50    p95    p99   |  per s   p50    p95    p99   | per s  p99  | per s  p99  | GraphQL by hand    SQL  clients   | GraphQL by hand";

    /// <summary>To be done once, before anything is measured.</summary>
    public async Task WarmUpAsync()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Compiling)
        {
            await RoundAsync();
        }
    }

    public async Task<string> MeasureAsync(string name)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            await RoundAsync();
        }

        var figures = Array.ConvertAll(sides, _ => new Figures());
        for (var round = 0; round < Rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                await figures[side].AddAsync(sides[side]);
            }
        }

        var (ours, hand, floor) = (figures[0], figures[1], figures[2]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -21} {Side(ours)} | {Side(hand)} | {Side(floor)} | {Ratio(ours, hand)} | {Ratio(ours, floor)} | {ours.OwnMicroseconds, 7:N0} {hand.OwnMicroseconds, 7:N0} {floor.OwnMicroseconds, 6:N0} {ours.ClientMicroseconds, 8:N0}   | {ours.Bytes, 7:N0} {hand.Bytes, 7:N0}"
        );
    }

    private async Task RoundAsync()
    {
        foreach (var side in sides)
        {
            await side();
        }
    }

    private static string Ratio(Figures ours, Figures theirs) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ours.PerSecond / theirs.PerSecond, 5:P0} {ours.At(0.99) / theirs.At(0.99), 5:N2}"
        );

    private static string Side(Figures figures) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.PerSecond, 7:N0} {figures.At(0.5), 6:N2} {figures.At(0.95), 6:N2} {figures.At(0.99), 6:N2}"
        );
}
