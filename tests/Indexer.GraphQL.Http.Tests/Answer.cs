using System.Net;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>An HTTP response, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, string? ContentType, string Text, IReadOnlyList<string> Allow)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The code of the first error.</summary>
    public string? Code => Error.GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => Error.GetProperty("message").GetString();

    private JsonElement Error => Json.GetProperty("errors")[0];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("x-content-type-options")));
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary);
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            [.. response.Content.Headers.Allow]
        );
    }

    /// <summary>Well-formed, in a promised status: data, or errors with messages and codes that leak nothing.</summary>
    public void AssertIsGraphQL()
    {
        Assert.True(Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{Status}: {Text}");
        Assert.EndsWith("; charset=utf-8", ContentType, StringComparison.Ordinal);
        if (!Json.TryGetProperty("errors", out var errors))
        {
            Assert.Equal(JsonValueKind.Object, Json.GetProperty("data").ValueKind);
            return;
        }

        Assert.NotEqual(0, errors.GetArrayLength());
        Assert.All(
            errors.EnumerateArray(),
            error =>
            {
                Assert.NotEmpty(error.GetProperty("message").GetString()!);
                Assert.NotEqual(ErrorCodes.Internal, error.GetProperty("extensions").GetProperty("code").GetString());
            }
        );
    }
}
