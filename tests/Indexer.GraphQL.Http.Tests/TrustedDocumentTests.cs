using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Postgres.Tests;

namespace Indexer.GraphQL.Http.Tests;

public sealed class TrustedDocumentTests(GraphQLServer server) : IClassFixture<GraphQLServer>, IDisposable
{
    private const string Text = "query Q($n: Long = 5) { book(number: $n) { number } }";

    private readonly string folder = Directory.CreateTempSubdirectory("trusted").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("codegen")]
    [InlineData("relay")]
    [InlineData("apollo")]
    public async Task A_document_of_a_manifest_is_known_by_its_id_and_its_hash(string tool)
    {
        var (id, manifest) = tool switch
        {
            "codegen" => (Hash(Text), Manifest((Hash(Text), Text))),
            "relay" => ("0b7f5ec3ea4a5a5ac5c1f7d4ddaa1d3b", Manifest(("0b7f5ec3ea4a5a5ac5c1f7d4ddaa1d3b", Text))),
            _ => (Hash(Text), Apollo(Hash(Text), Text)),
        };
        await using var own = await StartAsync(Write("manifest.json", manifest), only: false);
        await AssertAnswersAsync(own, new { documentId = id });
        await AssertAnswersAsync(own, new { documentId = $"sha256:{Hash(Text)}" });
        await AssertAnswersAsync(own, new { doc_id = id });
        await AssertAnswersAsync(
            own,
            new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash(Text) } } }
        );
        var get = await own.Client.GetStringAsync(
            $"/graphql?documentId={id}&variables={{\"n\":6}}",
            TestContext.Current.CancellationToken
        );
        Assert.Contains("6", get, StringComparison.Ordinal);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await own.PostAsync("{ __typename }")).Text);
    }

    [Fact]
    public async Task Where_only_they_are_answered_all_others_are_refused()
    {
        await using var own = await StartAsync(Write("manifest.json", Manifest(("a", Text))), only: true);
        await AssertAnswersAsync(own, new { documentId = "a" });
        await AssertAnswersAsync(own, new { query = Text });
        object[] others =
        [
            new { query = "{ __typename }" },
            new { query = Text + " " },
            new { query = "{" },
            new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash("{ __typename }") } } },
            new
            {
                query = "{ __typename }",
                extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash("{ __typename }") } },
            },
        ];
        foreach (var other in others)
        {
            var answer = await PostAsync(own, other);
            Assert.Equal((HttpStatusCode.BadRequest, "DOCUMENT_NOT_TRUSTED"), (answer.Status, answer.Code));
            Assert.StartsWith("Only trusted documents are answered", answer.Message, StringComparison.Ordinal);
        }

        var unknown = await PostAsync(own, new { documentId = "b" });
        Assert.Equal(
            (HttpStatusCode.BadRequest, "PERSISTED_QUERY_NOT_FOUND", "There is no document \"b\"."),
            (unknown.Status, unknown.Code, unknown.Message)
        );
    }

    [Fact]
    public async Task Persisted_queries_can_be_turned_off()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions { Engine = new GraphQLOptions { PersistedQueries = false } }
        );
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash(Text) } };
        var refused = await PostAsync(own, new { extensions });
        Assert.Equal(("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"), (refused.Message, refused.Code));
        await AssertAnswersAsync(own, new { query = Text, extensions });
        Assert.Equal("PERSISTED_QUERY_NOT_SUPPORTED", (await PostAsync(own, new { extensions })).Code);
    }

    [Fact]
    public void A_folder_gives_the_documents_of_all_its_manifests()
    {
        Write("a.json", Manifest(("a", Text), ("b", "{ __typename }")));
        Write("b.json", Apollo("c", "{ a: __typename }"));
        Write("c.json", Manifest(("a", Text)));
        Write("notes.txt", "nothing");
        Assert.Equal(3, Load(folder).Count);
    }

    [Theory]
    [InlineData("{", "is not valid JSON")]
    [InlineData("[]", "is no manifest")]
    [InlineData("""{"a":"{ __typename }","a":"{ __typename }"}""", "is not valid JSON")]
    [InlineData("""{"a":"\ud800"}""", "is not valid JSON")]
    [InlineData("""{"a":1}""", "document \"a\" has no text")]
    [InlineData("""{"a":"{"}""", "document \"a\" is not valid: Syntax Error: Expected Name, found <EOF>. (1:2)")]
    [InlineData(
        """{"a":"{ nothing }"}""",
        "document \"a\" is not valid: Cannot query field \"nothing\" on type \"Query\". (1:3)"
    )]
    [InlineData(
        """{"sha256:12":"{ __typename }"}""",
        "document \"sha256:12\" is not the SHA-256 of its text, which is "
    )]
    [InlineData("""{"operations":[],"version":2}""", "is a manifest of an unknown version")]
    [InlineData("""{"operations":[],"version":"1"}""", "is a manifest of an unknown version")]
    [InlineData("""{"operations":[{"body":"{ __typename }"}],"version":1}""", "operation 1 has no id")]
    [InlineData("""{"operations":[{"id":"x"}],"version":1}""", "document \"x\" has no text")]
    public void A_bad_manifest_is_named(string manifest, string problem)
    {
        var file = Write("bad.json", manifest);
        var message = Assert.Throws<TrustedDocumentException>(() => Load(file)).Message;
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hash_of_another_text_is_named()
    {
        var file = Write("bad.json", Manifest((Hash("{ other }"), Text)));
        Assert.Equal(
            $"{file}: document \"{Hash("{ other }")}\" is not the SHA-256 of its text, which is {Hash(Text)}.",
            Assert.Throws<TrustedDocumentException>(() => Load(file)).Message
        );
    }

    [Fact]
    public void An_id_of_two_documents_is_named()
    {
        var first = Write("a.json", Manifest(("x", Text)));
        var second = Write("b.json", Manifest(("x", "{ __typename }")));
        Assert.Equal(
            $"{second}: document \"x\" has another text in {first}.",
            Assert.Throws<TrustedDocumentException>(() => Load(folder)).Message
        );
    }

    [Fact]
    public void A_missing_file_and_an_empty_folder_are_named()
    {
        var missing = Path.Combine(folder, "missing.json");
        Assert.StartsWith(
            $"{missing} cannot be read",
            Assert.Throws<TrustedDocumentException>(() => Load(missing)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            $"{folder} holds no *.json file.",
            Assert.Throws<TrustedDocumentException>(() => Load(folder)).Message
        );
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    private Task<EngineServer> StartAsync(string manifest, bool only) =>
        EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Trusted = manifest,
                Engine = new GraphQLOptions { TrustedDocumentsOnly = only },
            }
        );

    private static async Task AssertAnswersAsync(EngineServer own, object request)
    {
        var answer = await PostAsync(own, request);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(5, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    private static async Task<Answer> PostAsync(EngineServer own, object request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = System.Net.Http.Json.JsonContent.Create(request),
        };
        message.Headers.Add("Accept", GraphQLServer.Response);
        return await own.SendAsync(message);
    }

    private static TrustedDocuments Load(string path) =>
        TrustedDocuments.Load(path, LibrarySchema.Build(), new GraphQLOptions());

    private static string Manifest(params (string Id, string Text)[] documents) =>
        JsonSerializer.Serialize(documents.ToDictionary(item => item.Id, item => item.Text));

    private static string Apollo(string id, string text) =>
        JsonSerializer.Serialize(
            new
            {
                format = "apollo-persisted-query-manifest",
                version = 1,
                operations = new[]
                {
                    new
                    {
                        id,
                        name = "Q",
                        type = "query",
                        body = text,
                    },
                },
            }
        );

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
