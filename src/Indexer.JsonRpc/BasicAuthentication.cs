using System.Text;

namespace Indexer.JsonRpc;

/// <summary>The user part of an endpoint as the value of an <c>Authorization</c> header.</summary>
internal static class BasicAuthentication
{
    /// <summary>The header's value; null when the endpoint names no user.</summary>
    public static string? HeaderOf(Uri endpoint) =>
        endpoint.UserInfo.Length == 0
            ? null
            : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(endpoint.UserInfo)));
}
