using Indexer.Exports;
using Indexer.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Host.Web;

/// <summary>
/// <c>GET /export/{kind}.{format}</c>: what the command <c>export</c> writes, by the same names in the query string. It counts against the
/// rates of clients; whole networks are for operators and for clients with a key.
/// </summary>
internal static class ExportEndpoint
{
    /// <summary>The path.</summary>
    public const string Path = "/export";

    /// <summary>What an export costs beside a query.</summary>
    private const int Requests = 10;

    private static readonly string[] Names = ["holder", "pool", "network", "from", "to", "unfinalized", "prices"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var source = new ExportSource(endpoints.ServiceProvider.GetRequiredService<NpgsqlDataSource>());
        var access = endpoints.ServiceProvider.GetRequiredService<OperatorAccess>();
        var slots = endpoints.ServiceProvider.GetRequiredService<ExportSlots>();
        var prices = endpoints.ServiceProvider.GetRequiredService<ApiSettings>().Prices;
        endpoints.MapRatedGet(
            Path + "/{file}",
            Requests,
            async context =>
            {
                try
                {
                    var (kind, format) = File((string)context.GetRouteValue("file")!);
                    var request = ExportRequest.Read(kind, Written(context.Request.Query));
                    var isPriced = Flag(context.Request.Query, "prices");
                    if (
                        request.Scope is NetworkScope
                        && !access.IsOperator(context)
                        && !RatedEndpoint.HasClientKey(context)
                    )
                    {
                        await RefuseAsync(
                            context,
                            StatusCodes.Status401Unauthorized,
                            "A whole network is exported for operators and for clients with a key only."
                        );
                    }
                    else if (isPriced && prices is null)
                    {
                        throw new ExportException(
                            "This server has no prices (api.prices); leave prices out, or export by the command with --prices."
                        );
                    }
                    else if (!TryRead(isPriced ? prices : null, context, out var list))
                    {
                        await RefuseAsync(
                            context,
                            StatusCodes.Status503ServiceUnavailable,
                            "The prices of this server cannot be read now; leave prices out, or try again later."
                        );
                    }
                    else
                    {
                        using var slot = slots.Take(RatedEndpoint.ClientOf(context));
                        await (
                            slot.IsAcquired
                                ? WriteAsync(context, source, request, format, list)
                                : RefuseForNowAsync(context)
                        );
                    }
                }
                catch (ExportException problem)
                {
                    await RefuseAsync(context, StatusCodes.Status400BadRequest, problem.Message);
                }
            }
        );
    }

    private static Task RefuseForNowAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return RefuseAsync(
            context,
            StatusCodes.Status503ServiceUnavailable,
            $"As many exports are being written as can be: {ExportSlots.AtOnce}, or {ExportSlots.PerClient} of one client; try again in 10 seconds."
        );
    }

    private static async Task WriteAsync(
        HttpContext context,
        ExportSource source,
        ExportRequest request,
        ExportFormat format,
        PriceList? prices
    )
    {
        await using var export = await source.OpenAsync(request, context.RequestAborted);
        var response = context.Response;
        response.ContentType = format switch
        {
            ExportFormat.Csv => "text/csv; charset=utf-8",
            ExportFormat.Jsonl => "application/jsonl; charset=utf-8",
            _ => "application/vnd.apache.parquet",
        };
        response.Headers.ContentDisposition = $"attachment; filename=\"{Word(request.Kind)}.{Word(format)}\"";
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        await export.WriteAsync(format, response.Body, prices, context.RequestAborted);
    }

    private static (ExportKind Kind, ExportFormat Format) File(string name) =>
        name.Split('.') is [var kind, var format]
        && Find<ExportKind>(kind) is { } found
        && Find<ExportFormat>(format) is { } form
            ? (found, form)
            : throw new ExportException(
                $"There is no export '{name}'; write {Words<ExportKind>()} and one of .csv, .jsonl, .parquet."
            );

    private static WrittenExport Written(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => !Names.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ExportException($"There is no parameter '{unknown}'; there are {string.Join(", ", Names)}.");
        }

        return new WrittenExport(
            Value("holder"),
            Value("pool"),
            Value("network"),
            Value("from"),
            Value("to"),
            Flag(query, "unfinalized")
        );

        string? Value(string name) => ExportEndpoint.Value(query, name);
    }

    private static string? Value(IQueryCollection query, string name) =>
        query[name] switch
        {
            [] => null,
            [{ Length: > 0 } value] => value,
            _ => throw new ExportException($"{name} must have one value."),
        };

    private static bool Flag(IQueryCollection query, string name) =>
        Value(query, name) switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw new ExportException($"{name} is '{other}'; write true or false."),
        };

    /// <summary>What is wrong with a file of the server is its operator's to know, not its clients'.</summary>
    private static bool TryRead(PriceFile? file, HttpContext context, out PriceList? list)
    {
        try
        {
            list = file?.Current();
            return true;
        }
        catch (ExportException problem)
        {
            context
                .RequestServices.GetRequiredService<ILogger<PriceFile>>()
                .LogError("Prices of exports (api.prices): {Problem}", problem.Message);
            list = null;
            return false;
        }
    }

    private static TEnum? Find<TEnum>(string word)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Word(value) == word)
            {
                return value;
            }
        }

        return null;
    }

    private static string Words<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Word));

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(message + "\n", context.RequestAborted);
    }
}
