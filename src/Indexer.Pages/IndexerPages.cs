using Indexer.GraphQL.Explorer;
using Indexer.GraphQL.Http;
using Indexer.Pages.Governance;
using Indexer.Pages.Holders;
using Indexer.Pages.Migrations;
using Indexer.Pages.Overview;
using Indexer.Pages.Pools;
using Indexer.Pages.Shell;
using Indexer.Pages.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Indexer.Pages;

/// <summary>Pages for people who would rather look than query: rendered on the server, with charts as SVG and a small script.</summary>
public static class IndexerPages
{
    /// <summary>What a page costs beside a query.</summary>
    private const int Requests = 3;

    private const string Folder = "pages";
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    internal static PageFiles Files { get; } = new(typeof(IndexerPages).Assembly, "Files/");

    /// <summary>
    /// Serves the pages at <c>/</c>. They ask the engine that <c>AddIndexerApi</c> registers, and count against the rates of clients as
    /// queries do.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    public static void MapIndexerPages(this IEndpointRouteBuilder endpoints)
    {
        Map("/", OverviewPage.ReadAsync);
        Map("/holders", HolderPage.FindAsync);
        Map("/holders/{address}", HolderPage.ReadAsync);
        Map("/pools", PoolsPage.ReadAsync);
        Map("/pools/{network}/{id}", PoolPage.ReadAsync);
        Map("/governance", GovernancePage.ReadAsync);
        Map("/proposals/{network}/{**id}", ProposalPage.ReadAsync);
        Map("/migration", MigrationPage.ReadAsync);
        Map("/trust", TrustPage.ReadAsync);
        endpoints.MapMethods($"/{Folder}/{{version}}/{{name}}", [HttpMethods.Get], Files.WriteAsync);

        void Map(string pattern, Func<PageRequest, Task<PageAnswer>> read) =>
            endpoints.MapRatedGet(pattern, Requests, context => AnswerAsync(context, read));
    }

    private static async Task AnswerAsync(HttpContext context, Func<PageRequest, Task<PageAnswer>> read)
    {
        var request = new PageRequest(context);
        PageAnswer answer;
        try
        {
            answer = await read(request);
        }
        catch (PageException problem)
        {
            answer = PageAnswer.Of<Problem>("Not shown", problem.Message) with { Status = problem.Status };
        }
        catch (PageMovedException moved)
        {
            context.Response.Redirect(moved.Address);
            return;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            await RenderAsync(context.RequestServices, request, answer),
            context.RequestAborted
        );
    }

    /// <summary>Without the services of interactive components, which keep keys for forms on the disk: the pages have no forms to protect.</summary>
    private static async Task<string> RenderAsync(IServiceProvider services, PageRequest request, PageAnswer answer)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Document.Request)] = request,
            [nameof(Document.Answer)] = answer,
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<Document>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
    }
}

/// <summary>The page has an address of its own.</summary>
/// <param name="address">Relative to the page that was asked for.</param>
internal sealed class PageMovedException(string address) : Exception
{
    public string Address => address;
}
