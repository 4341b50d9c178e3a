using System.Text.Json;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class NetworkTests(SampleIndex index)
{
    [Fact]
    public async Task The_status_tells_how_far_each_network_is()
    {
        var data = await index.AskAsync(
            "{ status { network state reason headHeight finalizedHeight indexedHeight indexedHash indexedTime lag events entries updatedTime } }"
        );
        var hash = $"0x{Convert.ToHexStringLower(Chain.HashOf(13))}";
        Assert.Equal(
            [
                """{"network":"ethereum","state":"LIVE","headHeight":103,"finalizedHeight":101,"indexedHeight":103,"lag":0}""",
                """{"network":"khala","state":"STARTING","headHeight":50,"finalizedHeight":null,"indexedHeight":null,"lag":50}""",
                """{"network":"phala","state":"STOPPED","headHeight":20,"finalizedHeight":12,"indexedHeight":13,"lag":7}""",
            ],
            data.GetProperty("status")
                .EnumerateArray()
                .Select(row =>
                    JsonSerializer.Serialize(
                        new[]
                        {
                            "network",
                            "state",
                            "headHeight",
                            "finalizedHeight",
                            "indexedHeight",
                            "lag",
                        }.ToDictionary(name => name, row.GetProperty)
                    )
                )
        );
        var phala = data.GetProperty("status")[2];
        Assert.Equal("endpoint unreachable", phala.Text("reason"));
        Assert.Equal(hash, phala.Text("indexedHash"));
        Assert.Equal("2025-01-01T00:02:36.000Z", phala.Text("indexedTime"));
        Assert.Equal(6, phala.GetProperty("entries").GetInt64());
        Assert.Equal(19, phala.GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task Networks_are_listed_and_found_by_name()
    {
        var data = await index.AskAsync(
            """
            {
              networks { totalCount nodes { name kind } }
              network(name: "phala") { genesisHash chainId startHeight lastHeight indexedHeight status { state } blocks { nodes { height specVersion events } } }
            }
            """
        );
        Assert.Equal(["ethereum", "khala", "phala"], data.GetProperty("networks").Texts("name"));
        Assert.Equal(["EVM", "SUBSTRATE", "SUBSTRATE"], data.GetProperty("networks").Texts("kind"));
        var network = data.GetProperty("network");
        Assert.Equal($"0x{new string('0', 64)}", network.Text("genesisHash"));
        Assert.Equal(9_064_613, network.GetProperty("lastHeight").GetInt64());
        Assert.Equal(
            [13, 12, 11, 10],
            network
                .GetProperty("blocks")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(block => block.GetProperty("height").GetInt64())
        );
    }

    [Fact]
    public async Task Every_kind_of_object_is_found_again_by_its_id()
    {
        var data = await index.AskAsync(
            """
            {
              networks { nodes { __typename id } } accounts { nodes { __typename id holder { __typename id } } }
              pools { nodes { __typename id unlockRequests { nodes { __typename id } } } } positions { nodes { __typename id } }
              stakeEvents { nodes { __typename id block { __typename id } } } rewards { nodes { __typename id } } claims { nodes { __typename id } }
            }
            """
        );
        var objects = data.Objects().Distinct().ToList();
        Assert.Equal(10, objects.Select(item => item.Type).Distinct().Count());
        foreach (var (type, id) in objects)
        {
            var found = await index.AskAsync("query ($id: ID!) { node(id: $id) { __typename id } }", new { id });
            Assert.Equal(
                (type, id),
                (found.GetProperty("node").Text("__typename"), found.GetProperty("node").Text("id"))
            );
        }
    }
}
