using System.Net;
using System.Text.RegularExpressions;
using Indexer.Api;

namespace Indexer.Explorer.Tests;

public sealed partial class ServingTests(Explorer explorer)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_schema_is_a_file()
    {
        using var client = new HttpClient();
        using var response = await SendAsync(client, new Uri(explorer.Root + IndexerApi.SchemaPath), "*/*");
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(ProductSchema.Print(), await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("?theme=none")]
    public async Task A_browser_gets_the_page_and_its_files_for_ever(string ending)
    {
        using var client = new HttpClient();
        using var response = await SendAsync(client, new Uri(explorer.Url + ending), Browser);
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", policy, StringComparison.Ordinal);
        var files = FileAddress().Matches(html).Select(match => match.Groups["file"].Value).ToList();
        Assert.True(files.Count > 5, html);
        foreach (var file in files)
        {
            using var answer = await SendAsync(client, new Uri(new Uri(explorer.Url + ending), file), "*/*");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.MaxAge >= TimeSpan.FromDays(365));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("", "*/*")]
    [InlineData("", "text/html;q=0, application/json")]
    [InlineData("?query={__typename}", Browser)]
    [InlineData("?extensions={}", Browser)]
    public async Task Others_get_GraphQL(string ending, string accept)
    {
        using var client = new HttpClient();
        using var response = await SendAsync(client, new Uri(explorer.Url + ending), accept);
        Assert.Contains("json", response.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/explorer/0000000000000000/main.js")]
    [InlineData("/explorer/0000000000000000/..%2f..%2fappsettings.json")]
    public async Task There_are_no_other_files(string path)
    {
        using var client = new HttpClient();
        using var response = await SendAsync(client, new Uri(explorer.Url + path), "*/*");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri url, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request, Cancellation);
    }

    [GeneratedRegex("(?:src|href)=\"(?<file>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileAddress();
}
