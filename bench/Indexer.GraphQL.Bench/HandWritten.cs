using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Bench;

/// <summary>
/// What anybody would write who needs one query and no GraphQL: an endpoint that reads the body, runs statements that it
/// knows beforehand, and sends their bytes. The difference to the engine is what GraphQL costs, that to the
/// <see cref="SqlFloor"/> what HTTP costs.
/// </summary>
internal sealed class HandWritten
{
    private const string Path = "/by-hand/";

    private readonly List<SqlFloor> workloads = [];

    public static string Route => Path + "{workload:int}/{turn:int}";

    /// <summary>Serves one more workload.</summary>
    /// <returns>The URL of one of its requests.</returns>
    public Func<int, Uri> Add(Uri server, SqlFloor statements)
    {
        var number = workloads.Count;
        workloads.Add(statements);
        return turn => new Uri(server, $"{Path}{number}/{turn}");
    }

    public async Task HandleAsync(HttpContext context, int workload, int turn)
    {
        using var request = new MemoryStream();
        await context.Request.Body.CopyToAsync(request);
        using var answer = new MemoryStream();
        answer.Write("{\"data\":"u8);
        await workloads[workload].RunAsync(turn, answer);
        answer.Write("}"u8);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length));
    }
}
