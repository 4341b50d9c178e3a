using System.Net.Http.Json;
using Indexer.Api.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.Api.Tests;

public sealed class ServingTests(SampleIndex index)
{
    [Theory]
    [InlineData(
        "{ holder(address: \"0x6c5ba91642f10282b576d91922ae6448c9d52f4e\") { stakedValue claims { totalCount } } }",
        1
    )]
    [InlineData(
        "{ pools { totalCount nodes { positions { nodes { holder { stakeEvents { nodes { id } } } } } } } }",
        1
    )]
    [InlineData(
        """
            {
              networks { nodes { name } } network(name: "phala") { name } status { network }
              holder(address: "0x6c5ba91642f10282b576d91922ae6448c9d52f4e") { id }
              account(address: "0x6c5ba91642f10282b576d91922ae6448c9d52f4e") { id } accounts { totalCount }
              pool(network: "phala", id: "1") { id } pools { totalCount } positions { totalCount }
              stakeEvents { totalCount } rewards { totalCount } claims { totalCount }
            }
            """,
        12
    )]
    [InlineData(
        """
            {
              proposals { totalCount nodes { votes { nodes { holder { participation { rate } votes { totalCount } } } } } }
              proposal(network: "khala", id: "referendum/5") { tallies { nodes { turnoutRatio } } }
              votes { nodes { events { nodes { action } } } } voteDelegations { totalCount } reconciliations { totalCount }
            }
            """,
        5
    )]
    public async Task A_query_is_as_many_statements_as_it_has_root_fields(string query, int statements)
    {
        var (response, count) = await index.CountStatementsAsync(query);
        Assert.DoesNotContain("\"errors\"", response, StringComparison.Ordinal);
        Assert.Equal(statements, count);
    }

    [Fact]
    public async Task The_application_serves_it_over_HTTP()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(index.Database.DataSource).AddSingleton(TimeProvider.System).AddIndexerApi();
        await using var application = builder.Build();
        application.MapIndexerApi();
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        var response = await client.PostAsJsonAsync(
            IndexerApi.Path,
            new { query = "{ pool(network: \"phala\", id: \"1\") { totalValue } }" },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            """{"data":{"pool":{"totalValue":"1107"}}}""",
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(
                " ",
                "",
                StringComparison.Ordinal
            )
        );
    }
}
