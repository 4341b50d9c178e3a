using System.Net;
using System.Text;
using Indexer.Host.Configuration;
using Indexer.Host.Web;
using Indexer.JsonRpc;
using Microsoft.AspNetCore.Http;

namespace Indexer.EndToEnd.Tests.Serving;

/// <summary>Who is an operator.</summary>
public sealed class OperatorAccessTests
{
    private const string Key = "0123456789abcdef";

    [Theory]
    [InlineData("127.0.0.1", "localhost", null, false, true)]
    [InlineData("::1", "[::1]", null, false, true)]
    [InlineData("127.0.0.1", "127.0.0.1", null, true, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "X-Forwarded-For", false, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "Forwarded", false, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "X-Real-IP", false, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "Via", false, false)]
    [InlineData("127.0.0.1", "rebound.example", null, false, false)]
    [InlineData("192.0.2.1", "localhost", null, false, false)]
    public void This_machine_is_an_operator_unless_it_may_be_a_proxy(
        string address,
        string host,
        string? header,
        bool hasProxies,
        bool isOperator
    )
    {
        var request = Request(address, host);
        if (header is not null)
        {
            request.Request.Headers[header] = "192.0.2.1";
        }

        Assert.Equal(isOperator, Access(Key, hasProxies).IsOperator(request));
        Assert.Equal(isOperator, Access(key: null, hasProxies).IsOperator(request));
    }

    [Theory]
    [InlineData("Bearer " + Key, true)]
    [InlineData("bearer " + Key, true)]
    [InlineData("Bearer 0123456789abcdeF", false)]
    [InlineData("Bearer", false)]
    [InlineData("Basic !", false)]
    [InlineData("Digest " + Key, false)]
    [InlineData("", false)]
    public void Whoever_has_the_key_is_an_operator(string authorization, bool isOperator)
    {
        var request = Request("192.0.2.1", "indexer.example");
        request.Request.Headers.Authorization = authorization;
        Assert.Equal(isOperator, Access(Key, hasProxies: true).IsOperator(request));
        Assert.False(Access(key: null, hasProxies: true).IsOperator(request));
    }

    [Theory]
    [InlineData("anybody:" + Key, true)]
    [InlineData(":" + Key, true)]
    [InlineData("anybody:" + Key + ":", false)]
    [InlineData(Key, false)]
    public void A_browser_sends_the_key_as_a_password(string credentials, bool isOperator)
    {
        var request = Request("192.0.2.1", "indexer.example");
        request.Request.Headers.Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        Assert.Equal(isOperator, Access(Key, hasProxies: false).Challenge(request));
        Assert.Equal(isOperator ? 0 : 1, request.Response.Headers.WWWAuthenticate.Count);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789 abcdef")]
    [InlineData("0123456789abcdeé")]
    public void A_key_that_can_be_guessed_or_not_be_sent_is_refused(string key)
    {
        var problem = Assert.Throws<ConfigurationException>(() => Access(key, hasProxies: false));
        Assert.StartsWith("http.operatorKey", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, problem.Message, StringComparison.Ordinal);
    }

    private static OperatorAccess Access(string? key, bool hasProxies)
    {
        var written = new ApiConfiguration { TrustedProxies = hasProxies ? ["10.0.0.1"] : [] };
        return new OperatorAccess(
            new ApiSettingsReader(written, key is null ? null : new Secret(key)).Read("http://127.0.0.1:0")
        );
    }

    private static DefaultHttpContext Request(string address, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Host = new HostString(host, 5080);
        return context;
    }
}
