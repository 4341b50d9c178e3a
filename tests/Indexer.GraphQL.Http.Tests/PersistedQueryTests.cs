using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Automatic persisted queries: the protocol of Apollo's clients.</summary>
public sealed class PersistedQueryTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task A_query_is_known_by_its_hash_once_it_was_sent_with_it()
    {
        const string Query = "{ book(number: 3) { number } } # registered";
        var hash = Hash(Query);

        AssertUnknown(await PostAsync(null, hash));
        AssertUnknown(await GetAsync(null, hash));
        var first = await PostAsync(Query, hash);
        Assert.Equal(3, first.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
        Assert.Equal(first.Text, (await PostAsync(null, hash)).Text);
        Assert.Equal(first.Text, (await GetAsync(null, hash)).Text);
        Assert.Equal(first.Text, (await server.PostAsync(new { documentId = $"sha256:{hash}" })).Text);
    }

    [Fact]
    public async Task A_query_can_be_registered_by_get()
    {
        const string Query = "{ book(number: 4) { number } } # é registered by GET";
        var first = await GetAsync(Query, Hash(Query));
        Assert.Equal(first.Text, (await PostAsync(null, Hash(Query))).Text);
        Assert.Equal(HttpStatusCode.OK, first.Status);
    }

    [Fact]
    public async Task The_same_hash_serves_other_variables_and_operations()
    {
        const string Query = "query A($n: Long!) { book(number: $n) { number } } query B { __typename }";
        await server.PostAsync(
            new
            {
                query = Query,
                operationName = "B",
                extensions = Extension(Hash(Query)),
            }
        );
        var answer = await server.PostAsync(
            new
            {
                operationName = "A",
                variables = new { n = 2 },
                extensions = Extension(Hash(Query)),
            }
        );
        Assert.Equal(2, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task A_hash_of_another_text_is_refused_and_registers_nothing()
    {
        var hash = Hash("{ __typename } # never sent");
        var answer = await PostAsync("{ __typename }", hash);
        Assert.Equal(
            (HttpStatusCode.BadRequest, ErrorCodes.Request, "provided sha does not match query"),
            (answer.Status, answer.Code, answer.Message)
        );
        AssertUnknown(await PostAsync(null, hash));
    }

    [Theory]
    [InlineData("{ nothing }", ErrorCodes.Validation)]
    [InlineData("{", ErrorCodes.Syntax)]
    public async Task An_invalid_query_is_not_registered(string query, string code)
    {
        Assert.Equal(code, (await PostAsync(query, Hash(query))).Code);
        AssertUnknown(await PostAsync(null, Hash(query)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("\0")]
    public async Task A_hash_of_any_text_is_only_unknown(string hash) => AssertUnknown(await PostAsync(null, hash));

    private static void AssertUnknown(Answer answer) =>
        Assert.Equal(
            (HttpStatusCode.BadRequest, "PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"),
            (answer.Status, answer.Message, answer.Code)
        );

    private Task<Answer> PostAsync(string? query, string hash) =>
        server.PostAsync(new { query, extensions = Extension(hash) }, GraphQLServer.Response);

    private Task<Answer> GetAsync(string? query, string hash)
    {
        var extensions = Uri.EscapeDataString(JsonSerializer.Serialize(Extension(hash)));
        var text = query is null ? "" : $"&query={Uri.EscapeDataString(query)}";
        return server.GetAsync($"extensions={extensions}{text}", GraphQLServer.Response);
    }

    private static object Extension(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static string Hash(string query) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}
