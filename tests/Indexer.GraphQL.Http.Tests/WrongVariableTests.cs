using System.Net;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Tests;

public sealed class WrongVariableTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Introspection =
        "{ __schema { queryType { fields { name type { ...T } args { name type { ...T } } } } types { kind name inputFields { name type { ...T } } } } } fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

    private static readonly string[] Values =
    [
        "null",
        "true",
        "-1",
        "1.5",
        "9223372036854775808",
        "1e400",
        "\"\"",
        "\"text\"",
        "\"\\u0000\"",
        "\"\\ud83d\"",
        "[]",
        "[null]",
        "[[{}]]",
        "{}",
        "{\"nope\":1}",
        "{\"eq\":{\"eq\":[]}}",
    ];

    [Fact]
    public async Task Every_wrong_value_at_every_place_of_every_input_type_is_answered_or_refused()
    {
        var answer = await server.PostAsync(new { query = Introspection });
        var schema = answer.Json.GetProperty("data").GetProperty("__schema");
        var types = schema
            .GetProperty("types")
            .EnumerateArray()
            .ToDictionary(type => type.GetProperty("name").GetString()!);
        var bodies = schema
            .GetProperty("queryType")
            .GetProperty("fields")
            .EnumerateArray()
            .Where(field => field.GetProperty("name").GetString() is not ("slow" or "broken"))
            .SelectMany(field => Bodies(field, types))
            .ToList();
        var refused = 0;

        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (body, _) =>
            {
                var reply = await server.PostAsync(Encoding.UTF8.GetBytes(body), GraphQLServer.Response);
                reply.AssertIsGraphQL();
                if (reply.Status == HttpStatusCode.BadRequest)
                {
                    Interlocked.Increment(ref refused);
                }

                Assert.True(
                    reply.Status == HttpStatusCode.BadRequest || !body.Contains("nope", StringComparison.Ordinal),
                    body
                );
            }
        );

        Assert.InRange(bodies.Count, 1_000, 50_000);
        Assert.InRange(refused, bodies.Count / 2, bodies.Count);
        await server.AssertAliveAsync();
        Assert.Empty(server.Log.Errors);
    }

    /// <summary>A request per place in the arguments of a field and wrong value.</summary>
    private static IEnumerable<string> Bodies(JsonElement field, Dictionary<string, JsonElement> types)
    {
        var name = field.GetProperty("name").GetString();
        var selection = Named(field.GetProperty("type")).GetProperty("kind").GetString() is "OBJECT" or "INTERFACE"
            ? " { __typename }"
            : "";
        foreach (var argument in field.GetProperty("args").EnumerateArray())
        {
            var type = argument.GetProperty("type");
            var query =
                $"query ($v: {Print(type)}) {{ {name}({argument.GetProperty("name").GetString()}: $v){selection} }}";
            foreach (var place in Places(type, types, depth: 3))
            {
                foreach (var value in Values)
                {
                    var variable = place.Replace("%", value, StringComparison.Ordinal);
                    yield return $"{{\"query\":{JsonSerializer.Serialize(query)},\"variables\":{{\"v\":{variable}}}}}";
                }
            }
        }
    }

    /// <summary>JSON with a % in the place of a value: the type itself, its items and fields, and what is in those.</summary>
    private static IEnumerable<string> Places(JsonElement type, Dictionary<string, JsonElement> types, int depth)
    {
        yield return "%";
        if (depth == 0)
        {
            yield break;
        }

        if (type.GetProperty("kind").GetString() is "NON_NULL" or "LIST")
        {
            var isList = type.GetProperty("kind").GetString() == "LIST";
            foreach (
                var place in Places(type.GetProperty("ofType"), types, isList ? depth - 1 : depth).Skip(isList ? 0 : 1)
            )
            {
                yield return isList ? $"[{place}]" : place;
            }

            yield break;
        }

        var fields = types[type.GetProperty("name").GetString()!].GetProperty("inputFields");
        if (fields.ValueKind == JsonValueKind.Null)
        {
            yield break;
        }

        foreach (var field in fields.EnumerateArray())
        {
            foreach (var place in Places(field.GetProperty("type"), types, depth - 1))
            {
                yield return $"{{\"{field.GetProperty("name").GetString()}\":{place}}}";
            }
        }
    }

    private static JsonElement Named(JsonElement type) =>
        type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object ? Named(inner) : type;

    private static string Print(JsonElement type) =>
        type.GetProperty("kind").GetString() switch
        {
            "NON_NULL" => Print(type.GetProperty("ofType")) + "!",
            "LIST" => $"[{Print(type.GetProperty("ofType"))}]",
            _ => type.GetProperty("name").GetString()!,
        };
}
