using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Indexer.GraphQL.Http.Tests;

public sealed class CompressionTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Query = """{"query":"{ book(number: 2) { number } }"}""";

    private static readonly int Limit = new GraphQLOptions().MaxBodyBytes;

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("zstd, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    public async Task An_answer_is_compressed_as_the_client_accepts(string accepted, string? expected)
    {
        foreach (var accept in new[] { "application/json", GraphQLServer.Response })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new { query = "{ books(first: 20) { nodes { title } } }" }),
            };
            request.Headers.Add("Accept", accept);
            request.Headers.Add("Accept-Encoding", accepted);
            using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected is null ? [] : [expected], response.Content.Headers.ContentEncoding);
            Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary);
            var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.StartsWith("{\"data\":{\"books\"", Decompress(body, expected), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task A_body_may_be_compressed(string encoding)
    {
        var answer = await SendAsync(Compress(Encoding.UTF8.GetBytes(Query), encoding), encoding);
        Assert.Equal(2, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    public async Task Another_compression_is_unsupported(string encoding)
    {
        var answer = await SendAsync(Encoding.UTF8.GetBytes(Query), encoding);
        Assert.Equal(
            (HttpStatusCode.UnsupportedMediaType, "The body may be compressed with gzip or br only."),
            (answer.Status, answer.Message)
        );
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Bytes_that_are_not_compressed_so_are_refused(string encoding)
    {
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            var body = new byte[random.Next(1, 400)];
            random.NextBytes(body);
            var answer = await SendAsync(body, encoding);
            Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Request), (answer.Status, answer.Code));
        }

        var whole = Compress(Encoding.UTF8.GetBytes(Query), encoding);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(whole[..^10], encoding)).Status);
        await server.AssertAliveAsync();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task The_limit_is_that_of_the_decompressed_bytes(string encoding)
    {
        var fits = Compress(Encoding.UTF8.GetBytes(Query.PadRight(Limit)), encoding);
        var over = Compress(Encoding.UTF8.GetBytes(Query.PadRight(Limit + 1)), encoding);
        var bomb = Compress(new byte[256 * 1024 * 1024], encoding);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(fits, encoding)).Status);
        foreach (var body in new[] { over, bomb[..Math.Min(bomb.Length, Limit)] })
        {
            var answer = await SendAsync(body, encoding);
            Assert.Equal(
                (HttpStatusCode.RequestEntityTooLarge, ErrorCodes.Limit, $"The body is larger than {Limit} bytes."),
                (answer.Status, answer.Code, answer.Message)
            );
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Compressed_bytes_that_say_nothing_are_limited_too(bool isChunked)
    {
        var nothing = Convert.FromHexString("1F8B080000000000000303000000000000000000");
        byte[] body = [.. Enumerable.Repeat(nothing, (Limit / nothing.Length) + 1).SelectMany(bytes => bytes)];
        var answer = await SendAsync(body, "gzip", isChunked);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ErrorCodes.Limit), (answer.Status, answer.Code));
    }

    private Task<Answer> SendAsync(byte[] body, string encoding, bool isChunked = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = true;
        return server.SendAsync(request);
    }

    private static byte[] Compress(byte[] bytes, string encoding)
    {
        using var output = new MemoryStream();
        using (
            Stream stream = encoding.ToLowerInvariant() switch
            {
                "gzip" => new GZipStream(output, CompressionLevel.Optimal),
                "br" => new BrotliStream(output, CompressionLevel.Fastest),
                _ => output,
            }
        )
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    private static string Decompress(byte[] bytes, string? encoding)
    {
        using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
