using System.Net.Http.Json;
using System.Text.Json;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>A client of server-sent events that follows one subscription.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly HttpClient client;
    private readonly HttpResponseMessage response;
    private readonly StreamReader events;

    private Subscriber(HttpClient client, HttpResponseMessage response, Stream events) =>
        (this.client, this.response, this.events) = (client, response, new StreamReader(events));

    /// <summary>Subscribes; what happens after it returns is told.</summary>
    public static async Task<Subscriber> StartAsync(string url, string query, object variables)
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, url + "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Subscriber(http, answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The value of the next message's only field.</summary>
    public async Task<JsonElement> HearAsync(CancellationToken cancellationToken)
    {
        while (await events.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                var data = JsonElement.Parse(line["data: ".Length..]);
                Assert.False(data.TryGetProperty("errors", out _), line);
                return data.GetProperty("data").EnumerateObject().Single().Value;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public void Dispose()
    {
        events.Dispose();
        response.Dispose();
        client.Dispose();
    }
}
