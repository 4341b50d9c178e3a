using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Host.Web;
using Indexer.Ingestion;
using Indexer.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.EndToEnd.Tests.Serving;

/// <summary>What the ingestion measures and traces, against the database and as a collector receives it.</summary>
public sealed class TelemetryTests
{
    private const string Name = "measured";

    [Fact]
    public async Task What_is_counted_is_what_the_database_holds_and_every_phase_takes_its_time()
    {
        var counts = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == IngestionTelemetry.Name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        await using var index = await SimulatedIndex.CreateAsync(World.Create(51, WorldSize.Small));
        var network = index.Network("phala") with { Name = Name };
        await index.RunAsync([network], untilHead: true, hear: null, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                $"{counts["indexer.ingestion.blocks"]} {counts["indexer.ingestion.events"]} {counts["indexer.ingestion.rows"]}",
            ],
            await index.LinesAsync("select height + 1 || ' ' || events || ' ' || entries from cursor")
        );
        foreach (var phase in new[] { "fetch", "decode", "handle", "commit" })
        {
            Assert.True(counts[$"indexer.ingestion.phase.duration {phase}"] > 0, phase);
        }

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var isOurs = false;
            var key = instrument.Name;
            foreach (var (name, tag) in tags)
            {
                isOurs |= name == "network" && tag is Name;
                key += name == "phase" ? $" {tag}" : "";
            }

            if (isOurs)
            {
                counts.AddOrUpdate(key, value, (_, sum) => sum + value);
            }
        }
    }

    [Fact]
    public async Task A_collector_receives_metrics_and_traces_from_the_first_call_to_the_commit()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost(
            "/v1/{kind}",
            async (string kind, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                var text = Encoding.Latin1.GetString(body.ToArray());
                received.AddOrUpdate(kind, text, (_, before) => before + text);
            }
        );
        await collector.StartAsync(TestContext.Current.CancellationToken);
        using (Telemetry.Start(new Uri(collector.Urls.Single())))
        {
            await using var index = await SimulatedIndex.CreateAsync(World.Create(52, WorldSize.Small));
            var network = index.Network("phala") with { Name = "traced" };
            await index.RunAsync([network], untilHead: true, hear: null, TestContext.Current.CancellationToken);
        }

        Assert.Contains("phala-indexer", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("indexer.ingestion.rows", received["metrics"], StringComparison.Ordinal);
        foreach (var span in new[] { "read", "fetch", "write", "handle", "commit", "traced" })
        {
            Assert.Contains(span, received["traces"], StringComparison.Ordinal);
        }
    }
}
