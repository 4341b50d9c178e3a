using System.Globalization;
using System.Text;
using Indexer.Domain;

namespace Indexer.Handlers.Tests.InitialStates;

/// <summary>The format of an initial state: as documented, every key; and what is wrong in it.</summary>
public sealed class InitialStateFileTests : IDisposable
{
    private const string Alice = "0x0202020202020202020202020202020202020202020202020202020202020202";
    private const string Bob = "0x0303030303030303030303030303030303030303030303030303030303030303";

    private const string Text = $$"""
        { "format": "indexer-initial-state-1", "network": "khala",
          "block": { "height": 100, "hash": null, "time": "2022-11-21T10:04:24.768Z", "spec": 1190 },
          "notes": ["made up"],
          "pools": [
            { "id": "7", "version": 1, "kind": "STAKE_POOL", "owner": "{{Bob}}", "commission": 100000, "capacity": null, "shares": "3",
              "value": "10", "free": "4", "accumulator": "18446744073709551616", "ownerReward": "5",
              "workers": [{ "publicKey": "{{Bob}}", "stake": "6", "state": "COOLING_DOWN", "coolingDownSince": "2022-11-21T10:00:00Z" },
                { "publicKey": "{{Alice}}", "stake": "0", "state": "READY", "removed": true }],
              "stakers": [{ "account": "{{Alice}}", "shares": "1", "rewardDebt": "0", "availableReward": "7" },
                { "account": "{{Bob}}", "shares": "2", "rewardDebt": "1", "availableReward": "0" }],
              "queue": [{ "account": "{{Alice}}", "shares": "1", "since": "2022-11-20T00:00:00Z" }], "whitelist": ["{{Alice}}"] }],
          "registrations": [{ "publicKey": "{{Bob}}", "confidenceLevel": 2, "initialScore": 1000 }] }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("state-file-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_key_is_read_and_becomes_the_ledger()
    {
        var file = File(Text);
        Assert.Equal(
            ("khala", 100L, 1190),
            (file.Head.Network, file.Head.Block.Height, file.Head.Block.SpecVersion!.Value)
        );
        var ledger = new NetworkLedger("khala");
        var first = new BlockHeader(101, [1], [], file.Head.Block.Time.AddSeconds(12), SpecVersion: 1190);
        new SubstrateBlockHandler(HandlerCatalog.Substrate).HandleStart(file, first, ledger);
        ledger.EndBlock(first.Height);

        var rows = ledger.Rows.Cast<StakeEvent>().ToList();
        Assert.All(rows, row => Assert.Equal((StakeEventKind.Initial, 101L, -1), (row.Kind, row.Height, row.Index)));

        // 10 x 10^-12 PHA over three shares: in units of 10^-18 3,333,333 and the rest of ten million; costs are each rounded down.
        Assert.Equal([3_333_333, 6_666_667], rows.Select(row => (long)row.Value.Units));
        Assert.Equal([3_333_333, 6_666_666], rows.Select(row => (long)row.Cost.Units));
        var pool = ledger.State.Pool("7").State;
        Assert.Equal(
            "0.00000000001 0.000000000003 0.000000000001 0.000000000004 0.000000000005 100000  True 1 18446744073709551616",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{pool.TotalValue} {pool.TotalShares} {pool.WithdrawingShares} {pool.FreeValue} {pool.OwnerReward} {pool.Commission} {pool.Capacity} {pool.WhitelistEnabled} {pool.WorkerCount} {pool.RewardAccumulator}"
            )
        );
        var alice = ledger.State.Position("7", AccountOf(2));
        Assert.Equal(
            ("0.000000000001", "0.000000000007", "0", "0"),
            ($"{alice.WithdrawingShares}", $"{alice.AvailableReward}", $"{alice.RewardDebt}", $"{alice.AccruedReward}")
        );
        Assert.Equal("0.000000000001", $"{ledger.State.Position("7", AccountOf(3)).RewardDebt}");
        var worker = ledger.State.Workers.Find(("7", AccountOf(3)))!;
        Assert.Equal(
            (SessionState.CoolingDown, new DateTimeOffset(2022, 11, 21, 10, 0, 0, TimeSpan.Zero), false),
            (worker.State, worker.CoolingDownSince!.Value, worker.IsRemoved)
        );
        Assert.True(ledger.State.Workers.Find(("7", AccountOf(2)))!.IsRemoved);
        Assert.Equal(1000, ledger.State.Registrations.Find(AccountOf(3))!.InitialScore);
    }

    [Theory]
    [InlineData("\"format\": \"indexer-initial-state-1\", ", "", "its first key must be")]
    [InlineData("state-1\"", "state-2\"", "its first key must be")]
    [InlineData("\"network\": \"khala\",", "", "network is missing before the pools")]
    [InlineData("\"height\": 100,", "", "block.height is missing before the pools")]
    [InlineData("\"notes\": [", "\"remarks\": [", "remarks[0] is no known key")]
    [InlineData("10:04:24.768Z", "10:04:24.768", "block.time is \"2022-11-21T10:04:24.768\"; write an instant")]
    [InlineData("\"hash\": null", "\"hash\": \"0x12\"", "block.hash is \"0x12\"; write 0x and 64")]
    [InlineData("\"version\": 1", "\"version\": 3", "pools[0].version is 3")]
    [InlineData("\"STAKE_POOL\"", "\"POND\"", "pools[0].kind is \"POND\"; write STAKE_POOL or VAULT")]
    [InlineData("\"STAKE_POOL\"", "\"VAULT\"", "which has stake pools only")]
    [InlineData("\"capacity\"", "\"cap\"", "pools[0].cap is null; write only known keys (id")]
    [InlineData("\"commission\": 100000", "\"commission\": 1000001", "at most 1000000")]
    [InlineData("\"shares\": \"3\"", "\"shares\": 3.0", "pools[0].shares is 3.0; write a whole number")]
    [InlineData("\"shares\": \"3\"", "\"shares\": \"18446744073709551616\"", "at most 2^64 - 1")]
    [InlineData(
        "\"shares\": \"3\"",
        "\"shares\": \"4\"",
        "pools[0], pool 7, has 4 shares in all, but its stakers have 3"
    )]
    [InlineData("\"accumulator\": \"18446744073709551616\",", "", "has no accumulator")]
    [InlineData("\"rewardDebt\": \"1\"", "\"rewardDebt\": \"3\"", "would owe 0x0303")]
    [InlineData("\"READY\"", "\"ASLEEP\"", "workers[1].state is \"ASLEEP\"; write")]
    [InlineData("\"removed\": true", "\"removed\": \"yes\"", "workers[1].removed is \"yes\"; write true or false")]
    [InlineData(
        "{ \"account\": \"" + Bob + "\", \"shares\": \"2\"",
        "{ \"account\": \"" + Alice + "\", \"shares\": \"2\"",
        "names the staker 0x0202"
    )]
    [InlineData("{ \"publicKey\": \"" + Alice + "\"", "{ \"publicKey\": \"" + Bob + "\"", "names the worker 0x0303")]
    [InlineData("\"confidenceLevel\": 2", "\"confidenceLevel\": 256", "registrations[0].confidenceLevel is 256")]
    [InlineData("\"whitelist\": [\"" + Alice, "\"whitelist\": [\"0x12", "whitelist[0]")]
    [InlineData("\"pools\": [", "\"pools\": [[],", "pools[0] is []; write an object")]
    [InlineData("\"initialScore\": 1000 }] }", "\"initialScore\": 1000 }", "is not valid JSON")]
    public void What_is_wrong_is_named(string right, string wrong, string named)
    {
        var text = Text.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Text, text);
        var problem = Assert.Throws<InitialStateException>(() => InitialStateSummary.Of(File(text)));
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Contains(folder.FullName, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Pieces_are_the_same_however_the_document_arrives()
    {
        var text = Text.Replace("made up", new string('ü', 100_000), StringComparison.Ordinal);
        var expected = Pieces(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, Pieces(new Trickle(Encoding.UTF8.GetBytes(text), 1)));
        Assert.Equal(expected, Pieces(new Trickle(Encoding.UTF8.GetBytes(text), 4099)));
        Assert.Equal(
            [
                "format",
                "network",
                "block.height",
                "block.hash",
                "block.time",
                "block.spec",
                "notes[0]",
                "pools[0]",
                "registrations[0]",
            ],
            expected.Select(piece => piece.Place)
        );

        static List<(string Group, string? Name, string Place, string Value)> Pieces(Stream stream) =>
            [
                .. JsonPieces
                    .Of(stream, "it")
                    .Select(piece => (piece.Group, piece.Name, piece.Place, piece.Value.GetRawText())),
            ];
    }

    private static AccountId AccountOf(byte number) => new([.. Enumerable.Repeat(number, 32)]);

    private InitialStateFile File(string text)
    {
        var path = Path.Combine(folder.FullName, "state.json");
        System.IO.File.WriteAllText(path, text);
        return InitialStateFile.Open(path);
    }

    /// <summary>Gives a few bytes at a time, as a slow pipe does.</summary>
    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, most));
    }
}
