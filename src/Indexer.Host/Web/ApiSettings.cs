using System.Net;
using Indexer.Exports;
using Indexer.GraphQL;
using Indexer.GraphQL.Http;
using Indexer.JsonRpc;

namespace Indexer.Host.Web;

/// <summary>How the API is served.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="GraphQL">The limits and switches of the engine.</param>
/// <param name="Http">How GraphQL is served over HTTP.</param>
/// <param name="TrustedDocuments">Documents that requests can name.</param>
/// <param name="OperatorKey">The key that tells operators from strangers; null when there is none.</param>
/// <param name="TrustedProxies">The reverse proxies whose X-Forwarded-For is believed.</param>
/// <param name="Prices">Daily prices for exports; null when there are none.</param>
internal sealed record ApiSettings(
    string Urls,
    GraphQLOptions GraphQL,
    GraphQLHttpOptions Http,
    TrustedDocuments TrustedDocuments,
    Secret? OperatorKey,
    IReadOnlyList<IPNetwork> TrustedProxies,
    PriceFile? Prices
);
