using System.Net;
using System.Text;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;
using Indexer.Host.Configuration;
using Indexer.Host.Running;
using Indexer.Host.Web;
using Indexer.JsonRpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.EndToEnd.Tests.Serving;

/// <summary>Exports over HTTP.</summary>
public sealed class ExportEndpointTests : IAsyncDisposable
{
    private const string OperatorKey = "0123456789abcdef";
    private const string ClientKey = "a-client-of-ours";

    private WebApplication? served;
    private HttpClient? client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("stake", "csv", "text/csv")]
    [InlineData("rewards", "jsonl", "application/jsonl")]
    [InlineData("claims", "parquet", "application/vnd.apache.parquet")]
    [InlineData("votes", "csv", "text/csv")]
    [InlineData("activity", "jsonl", "application/jsonl")]
    public async Task A_holders_file_is_that_of_the_command_line(string kind, string format, string mediaType)
    {
        var index = await ServeAsync();
        var holder = index.World.Holders.First(one => one.Receivers.Count > 0).Accounts[0].Hex;
        using var answer = await client!.GetAsync(
            $"/export/{kind}.{format}?holder={holder}&from=2023-06-01",
            Cancellation
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{kind}.{format}", answer.Content.Headers.ContentDisposition!.FileName);
        await using var export = await new ExportSource(index.DataSource).OpenAsync(
            ExportRequest.Read(
                Enum.Parse<ExportKind>(kind, ignoreCase: true),
                new WrittenExport(holder, null, null, "2023-06-01", null, Unfinalized: false)
            ),
            Cancellation
        );
        using var expected = new MemoryStream();
        var outcome = await export.WriteAsync(
            Enum.Parse<ExportFormat>(format, ignoreCase: true),
            expected,
            prices: null,
            Cancellation
        );
        Assert.True(outcome.Entries > 0);
        Assert.Equal(expected.ToArray(), await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("stake.xls?network=khala", "There is no export 'stake.xls'")]
    [InlineData("gains.csv?network=khala", "There is no export 'gains.csv'; write rewards, stake")]
    [InlineData("stake.csv", "exactly one of holder")]
    [InlineData("stake.csv?holder=0x12", "holder is no address")]
    [InlineData("stake.csv?pool=phala", "pool is 'phala'; write network/id")]
    [InlineData("stake.csv?pool=phala/99999", "There is no pool '99999' on phala")]
    [InlineData("stake.csv?network=polkadot", "There is no network 'polkadot'; there are ethereum, khala")]
    [InlineData("stake.csv?network=khala&from=soon", "from is 'soon'; write a date")]
    [InlineData("stake.csv?network=khala&from=2024-01-02&to=2024-01-01", "The period is empty")]
    [InlineData("stake.csv?network=ethereum&to=2090-01-01", "is beyond what is final: ethereum up to")]
    [InlineData("stake.csv?network=khala&colour=red", "There is no parameter 'colour'")]
    [InlineData("stake.csv?network=khala&network=phala", "network must have one value")]
    [InlineData("stake.csv?network=khala&unfinalized=maybe", "unfinalized is 'maybe'")]
    [InlineData("stake.csv?network=khala&prices=eur", "prices is 'eur'; write true or false")]
    [InlineData("stake.csv?network=khala&prices=true", "This server has no prices (api.prices)")]
    [InlineData("votes.csv?pool=khala/1", "belong to no pool")]
    [InlineData("activity.csv?network=khala", "Activity is that of a holder")]
    public async Task What_is_wrong_is_named_in_a_line(string path, string named)
    {
        await ServeAsync();
        using var answer = await client!.GetAsync("/export/" + path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "another", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", ClientKey, HttpStatusCode.OK)]
    [InlineData("Authorization", "Bearer " + OperatorKey, HttpStatusCode.OK)]
    public async Task Whole_networks_are_for_those_with_a_key(string? header, string? value, HttpStatusCode status)
    {
        await ServeAsync();
        AsStranger();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/export/claims.csv?network=khala");
        if (header is not null)
        {
            asked.Headers.TryAddWithoutValidation(header, value);
        }

        using var answer = await client!.SendAsync(asked, Cancellation);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Prices_of_the_server_make_the_columns_that_those_of_the_command_make_and_are_read_again()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "date,price\n", Cancellation);
            var index = await ServeAsync(prices: file);
            var holder = index.World.Holders.First(one => one.Receivers.Count > 0).Accounts[0].Hex;
            var path = $"/export/rewards.csv?holder={holder}&from=2023-06-01&prices=true";
            var unpriced = await client!.GetStringAsync(path, Cancellation);
            Assert.Equal(await PricedAsync(index, holder, file), unpriced);

            var day = unpriced.Split("\r\n")[2].Split(',')[1][..10];
            await File.WriteAllTextAsync(file, $"date,price\n{day},0.25\n", Cancellation);
            var text = await client.GetStringAsync(path, Cancellation);
            Assert.Equal(await PricedAsync(index, holder, file), text);
            Assert.Contains(",0.25,", text, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "price",
                await client.GetStringAsync(path.Replace("&prices=true", "", StringComparison.Ordinal), Cancellation),
                StringComparison.Ordinal
            );

            await File.WriteAllTextAsync(file, "date,price\n2023-07-01,much\n", Cancellation);
            using var broken = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
            Assert.DoesNotContain(file, await broken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            var problem = Assert.Throws<ConfigurationException>(() =>
                new ApiSettingsReader(new ApiConfiguration { Prices = file }).Read("http://127.0.0.1:0")
            );
            Assert.Contains("api.prices", problem.Message, StringComparison.Ordinal);
            Assert.Contains("'2023-07-01,much' in line 2", problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> PricedAsync(SimulatedIndex index, string holder, string file)
    {
        await using var export = await new ExportSource(index.DataSource).OpenAsync(
            ExportRequest.Read(
                ExportKind.Rewards,
                new WrittenExport(holder, null, null, "2023-06-01", null, Unfinalized: false)
            ),
            Cancellation
        );
        using var written = new MemoryStream();
        await export.WriteAsync(ExportFormat.Csv, written, PriceList.Load(file), Cancellation);
        return Encoding.UTF8.GetString(written.ToArray());
    }

    [Fact]
    public async Task Exports_count_against_the_rate_of_their_client()
    {
        var index = await ServeAsync(burst: 15);
        AsStranger();
        var path = $"/export/claims.csv?holder={index.World.Holders[0].Accounts[0].Hex}";
        using var first = await client!.GetAsync(path, Cancellation);
        using var second = await client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_client_that_reads_slowly_takes_two_places_of_eight()
    {
        var index = await ServeAsync();
        AsStranger();
        var slots = served!.Services.GetRequiredService<ExportSlots>();
        var path = $"/export/claims.csv?holder={index.World.Holders[0].Accounts[0].Hex}";
        var others = Enumerable.Range(0, ExportSlots.AtOnce - 1).Select(other => slots.Take(other)).ToList();
        Assert.All(others, other => Assert.True(other.IsAcquired));
        using (var free = await client!.GetAsync(path, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, free.StatusCode);
        }

        using (slots.Take("another"))
        {
            using var full = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(10), full.Headers.RetryAfter!.Delta);
        }

        others.ForEach(other => other.Dispose());
        using var first = slots.Take("slow");
        using var second = slots.Take("slow");
        using var third = slots.Take("slow");
        Assert.Equal((true, true, false), (first.IsAcquired, second.IsAcquired, third.IsAcquired));
        using var again = await client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (served is not null)
        {
            await served.DisposeAsync();
        }
    }

    /// <summary>A request that a proxy forwarded comes from anywhere.</summary>
    private void AsStranger() => client!.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

    private async Task<SimulatedIndex> ServeAsync(int burst = 1000, string? prices = null)
    {
        var index = await IndexedWorlds.OfAsync(1);
        var written = new ApiConfiguration
        {
            Prices = prices,
            RateLimit = new RateLimitConfiguration
            {
                Enabled = true,
                Burst = burst,
                RequestsPerMinute = 1,
                RefusalDelay = TimeSpan.Zero,
                Keys = { ["ours"] = new ApiKeyConfiguration { Key = new Secret(ClientKey) } },
            },
        };
        served = await WebServer.StartAsync(
            new WebSettings(new ApiSettingsReader(written, OperatorKey).Read("http://127.0.0.1:0"), Role.Api, []),
            index.Opened,
            _ => { },
            Cancellation
        );
        client = new HttpClient { BaseAddress = new Uri(served.Urls.Single()) };
        return index;
    }
}
