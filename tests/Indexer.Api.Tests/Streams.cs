using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Indexer.Api.Tests.Sample;
using Indexer.GraphQL;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Tests;

/// <summary>Reads streams from their beginning.</summary>
internal static class Streams
{
    /// <summary>How long a message may be missing before that is a failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The first messages of a stream, from the beginning unless <c>after</c> is among the variables.</summary>
    public static async Task<List<JsonElement>> ReadAsync(
        SampleIndex index,
        string query,
        int count,
        object? variables = null
    )
    {
        var values = JsonSerializer.SerializeToNode(variables ?? new { })!.AsObject();
        if (!values.ContainsKey("after"))
        {
            values.Add("after", await BeginningAsync(index, query));
        }

        var request = new GraphQLRequest(query, Variables: JsonSerializer.SerializeToElement(values));
        var operation = index.Engine.Prepare(request, out var errors);
        Assert.True(operation is not null, string.Join('\n', errors.Select(error => error.Message)));
        var messages = new List<JsonElement>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var following = await index.Engine.SubscribeAsync(operation.Stream!, patience.Token);
        try
        {
            await foreach (var message in following)
            {
                messages.Add(JsonElement.Parse(message.Span).GetProperty("data").EnumerateObject().Single().Value);
                if (messages.Count == count)
                {
                    return messages;
                }
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Only {messages.Count} of {count} messages came:\n{string.Join('\n', messages)}");
        }

        return messages;
    }

    /// <summary>A cursor of a step before all others, which is put there for it.</summary>
    private static async Task<string> BeginningAsync(SampleIndex index, string query)
    {
        await using var command = index.Database.DataSource.CreateCommand(
            """
            insert into index_change (sequence, network, op, from_height, to_height) overriding system value
            values (0, 'none', 'ADDED', 0, 0) on conflict do nothing
            """
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var message = (ObjectType)
            index
                .Engine.Schema.Subscription!.Fields.First(field => query.Contains(field.Name, StringComparison.Ordinal))
                .Type.Named;
        return Cursor([Ordering.ByKey(message).Fingerprint, "0", .. message.Key.Skip(1).Select(_ => "0")]);
    }

    public static string Cursor(params string[] parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts)));

    public static string[] Decode(string cursor) =>
        JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor))!;
}
