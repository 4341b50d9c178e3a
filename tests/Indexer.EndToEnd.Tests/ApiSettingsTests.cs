using Indexer.GraphQL;
using Indexer.GraphQL.Http;
using Indexer.Host.Configuration;
using Indexer.Host.Web;

namespace Indexer.EndToEnd.Tests;

/// <summary>The section api of the configuration.</summary>
public sealed class ApiSettingsTests : IDisposable
{
    private const string Public = "http://0.0.0.0:5080";

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Nothing_written_is_the_defaults()
    {
        var settings = Read("{}", Public);
        Assert.Equal(new GraphQLOptions(), settings.GraphQL);
        Assert.True(settings.Http.Compression);
        Assert.Equal(["*"], settings.Http.Origins);
        Assert.Equal(new RequestRate(1_200, 200), settings.Http.RateLimits!.Anonymous);
        Assert.Equal("X-Api-Key", settings.Http.RateLimits.KeyHeader);
        Assert.Equal(
            (4096, TimeSpan.FromMilliseconds(250)),
            (settings.Http.RateLimits.BytesPerRequest, settings.Http.RateLimits.RefusalDelay)
        );
        Assert.Empty(settings.Http.RateLimits.Keys);
        Assert.Equal(0, settings.TrustedDocuments.Count);
        Assert.Empty(settings.TrustedProxies);
    }

    [Theory]
    [InlineData("{}", "http://127.0.0.1:5080", false)]
    [InlineData("{}", "http://localhost:1;http://[::1]:2", false)]
    [InlineData("{}", "http://127.0.0.1:1;http://10.0.0.1:2", true)]
    [InlineData("{}", "http://*:5080", true)]
    [InlineData("""{"trustedProxies":["127.0.0.1"]}""", "http://127.0.0.1:5080", true)]
    [InlineData("""{"rateLimit":{"enabled":true}}""", "http://127.0.0.1:5080", true)]
    [InlineData("""{"rateLimit":{"enabled":false}}""", "http://*:5080", false)]
    public void Requests_are_counted_where_others_can_send_them(string written, string urls, bool isCounted) =>
        Assert.Equal(isCounted, Read(written, urls).Http.RateLimits is not null);

    [Fact]
    public void All_that_is_written_counts()
    {
        File.WriteAllText(file + ".json", """{"a":"{ __typename }"}""");
        var path = System.Text.Json.JsonEncodedText.Encode(file + ".json");
        var settings = Read(
            $$"""
            { "graphQL": { "introspection": false, "persistedQueries": false, "trustedDocumentsOnly": true,
                "maxDepth": 7, "maxNodes": 99, "timeout": "00:00:02" },
              "trustedDocuments": "{{path}}", "compression": false, "cors": { "origins": ["https://example.org"] },
              "rateLimit": { "requestsPerMinute": 60, "burst": 5, "keyHeader": "Key",
                "bytesPerRequest": 512, "preparationBytesPerSecond": 1024, "preparationBytesAtOnce": 2048, "refusalDelay": "00:00:00.5",
                "keys": { "one": { "key": "secret", "requestsPerMinute": 600 }, "two": { "key": "other", "burst": 9 } } },
              "trustedProxies": ["10.0.0.0/8", "::1"] }
            """,
            Public
        );
        File.Delete(file + ".json");
        Assert.Equal(
            new GraphQLOptions
            {
                Introspection = false,
                PersistedQueries = false,
                TrustedDocumentsOnly = true,
                MaxDepth = 7,
                MaxNodes = 99,
                Timeout = TimeSpan.FromSeconds(2),
            },
            settings.GraphQL
        );
        Assert.Equal(1, settings.TrustedDocuments.Count);
        Assert.False(settings.Http.Compression);
        Assert.Equal(["https://example.org"], settings.Http.Origins);
        var rates = settings.Http.RateLimits!;
        Assert.Equal((new RequestRate(60, 5), "Key"), (rates.Anonymous, rates.KeyHeader));
        Assert.Equal((512, TimeSpan.FromMilliseconds(500)), (rates.BytesPerRequest, rates.RefusalDelay));
        Assert.Equal((1024, 2048), (rates.PreparationBytesPerSecond, rates.PreparationBytesAtOnce));
        Assert.Equal(new RequestRate(600, 5), rates.Keys["secret"]);
        Assert.Equal(new RequestRate(60, 9), rates.Keys["other"]);
        Assert.Equal(["10.0.0.0/8", "::1/128"], settings.TrustedProxies.Select(proxy => proxy.ToString()));
    }

    [Fact]
    public void Sharing_with_other_origins_can_be_turned_off() =>
        Assert.Empty(Read("""{"cors":{"enabled":false}}""", Public).Http.Origins);

    [Theory]
    [InlineData("""{"graphQL":{"maxRootFields":-1}}""", "api.graphql.maxRootFields is -1; write a positive value.")]
    [InlineData("""{"graphQL":{"timeout":"00:00:00"}}""", "api.graphql.timeout is 00:00:00; write a positive value.")]
    [InlineData("""{"graphQL":{"cacheCharacters":0}}""", "api.graphql.cacheCharacters is 0; write a positive value.")]
    [InlineData(
        """{"graphQL":{"trustedDocumentsOnly":true}}""",
        "api.graphql.trustedDocumentsOnly needs api.trustedDocuments"
    )]
    [InlineData("""{"cors":{"origins":["example.org"]}}""", "api.cors.origins has 'example.org'")]
    [InlineData("""{"cors":{"origins":["https://example.org/"]}}""", "api.cors.origins has 'https://example.org/'")]
    [InlineData("""{"trustedProxies":["proxy"]}""", "api.trustedProxies has 'proxy'")]
    [InlineData("""{"rateLimit":{"requestsPerMinute":0}}""", "api.rateLimit.requestsPerMinute is 0")]
    [InlineData("""{"rateLimit":{"burst":1000001}}""", "api.rateLimit.burst is 1000001")]
    [InlineData("""{"rateLimit":{"bytesPerRequest":0}}""", "api.rateLimit.bytesPerRequest is 0")]
    [InlineData(
        """{"rateLimit":{"refusalDelay":"-00:00:00.1"}}""",
        "api.rateLimit.refusalDelay is -00:00:00.1000000; write a time from 00:00:00 to 00:01:00."
    )]
    [InlineData("""{"rateLimit":{"refusalDelay":"00:01:01"}}""", "api.rateLimit.refusalDelay is 00:01:01")]
    [InlineData("""{"rateLimit":{"refusalDelay":"soon"}}""", "efusalDelay")]
    [InlineData("""{"rateLimit":{"keyHeader":"a b"}}""", "api.rateLimit.keyHeader 'a b'")]
    [InlineData("""{"rateLimit":{"keys":{"x":{"burst":1}}}}""", "api.rateLimit.keys.x.key is missing")]
    [InlineData("""{"rateLimit":{"keys":{"x":{"key":"s","burst":0}}}}""", "api.rateLimit.keys.x.burst is 0")]
    [InlineData(
        """{"rateLimit":{"keys":{"x":{"key":"s"},"y":{"key":"s"}}}}""",
        "api.rateLimit.keys.y.key is also that of"
    )]
    [InlineData("""{"rateLimit":{"keys":{"x":{"kee":"s"}}}}""", "kee")]
    public void What_is_wrong_is_named(string written, string message)
    {
        var problem = Assert.Throws<ConfigurationException>(() => Read(written, Public)).Message;
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    private ApiSettings Read(string api, string urls)
    {
        File.WriteAllText(file, $$"""{ "api": {{api}} }""");
        return new ApiSettingsReader(ConfigurationLoader.Load(new FileInfo(file)).Api).Read(urls);
    }
}
