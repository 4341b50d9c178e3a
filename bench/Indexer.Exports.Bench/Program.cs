using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Indexer.Domain;
using Indexer.Exports;
using Indexer.Exports.Bench;
using Indexer.Storage.Embedded;
using Npgsql;

// The rewards of a whole network through the exporter beside plain COPY, and the statement of a holder over five years:
//   dotnet run -c Release --project bench/Indexer.Exports.Bench -- [ROWS] [DIRECTORY]
var rows = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
var directory = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "indexer-exports-bench");
const string Name = "exports";

await using var cluster = await EmbeddedPostgres.StartAsync(
    new EmbeddedPostgresOptions { DataDirectory = directory, SharedBuffersMegabytes = 512 },
    progress: null,
    CancellationToken.None
);
var name = string.Create(CultureInfo.InvariantCulture, $"{Name}_{rows}");
await Seed.FillAsync(cluster, name, rows);
await using var source = NpgsqlDataSource.Create(cluster.ConnectionString(name));
Console.WriteLine($"PostgreSQL {cluster.Installation.Version}, {rows:N0} rewards");

var clock = Stopwatch.StartNew();
await using (var connection = await source.OpenConnectionAsync())
await using (
    var copy = await connection.BeginRawBinaryCopyAsync(
        "copy (select kind, amount, time, network, height, index, ordinal, account, pool_id from reward where network = 'phala' order by height, index, ordinal) to stdout (format binary)"
    )
)
{
    var buffer = new byte[1 << 16];
    while (await copy.ReadAsync(buffer, CancellationToken.None) > 0) { }
}

Console.WriteLine($"{"COPY", -8} {rows / clock.Elapsed.TotalSeconds, 12:N0} rows/s");
foreach (var format in Enum.GetValues<ExportFormat>())
{
    foreach (var part in (int[])[10, 1])
    {
        var memory = new PeakMemory();
        clock.Restart();
        var (entries, bytes) = await WriteAsync(
            ExportKind.Rewards,
            new NetworkScope("phala"),
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(157_680_000L / part),
            format,
            memory
        );
        Console.WriteLine(
            $"{format, -8} {entries / clock.Elapsed.TotalSeconds, 12:N0} rows/s of {entries:N0}, {bytes / 1048576:N0} MiB; memory at most {memory.Peak / 1048576:N0} MiB of the process, {memory.PeakHeap / 1048576:N0} MiB of the heap"
        );
    }
}

for (var turn = 0; turn < 5; turn++)
{
    clock.Restart();
    var (entries, _) = await WriteAsync(
        ExportKind.Stake,
        new HolderScope(new AccountId(SHA256.HashData("holder"u8))),
        to: null,
        ExportFormat.Csv,
        new PeakMemory()
    );
    Console.WriteLine($"statement of five years, {entries:N0} rows: {clock.Elapsed.TotalMilliseconds:N0} ms");
}

async Task<(long Entries, long Bytes)> WriteAsync(
    ExportKind kind,
    ExportScope scope,
    DateTimeOffset? to,
    ExportFormat format,
    PeakMemory memory
)
{
    await using var export = await new ExportSource(source).OpenAsync(
        new ExportRequest(kind, scope, From: null, to, Unfinalized: false),
        CancellationToken.None
    );
    await using var output = new CountingStream(memory);
    var outcome = await export.WriteAsync(format, output, prices: null, CancellationToken.None);
    return outcome.Difference.IsZero
        ? (outcome.Entries, output.Length)
        : throw new InvalidOperationException($"It does not close: {outcome.Difference}.");
}
