using System.Globalization;
using Indexer.Api;
using Indexer.GraphQL.Bench;
using Indexer.GraphQL.Execution;

// The documented queries through the product's endpoint beside the same SQL through Npgsql, both with 16 clients:
//   dotnet run -c Release --project bench/Indexer.GraphQL.Bench -- [--seconds N] [--data DIRECTORY] [NAME ...]
// or good requests alone and beside a client that sends absurd ones:
//   dotnet run -c Release --project bench/Indexer.GraphQL.Bench -- hostile [--seconds N] [--data DIRECTORY]
// or how PostgreSQL runs the statements of a request:
//   dotnet run -c Release --project bench/Indexer.GraphQL.Bench -- explain [--data DIRECTORY] [NAME ...]
const int Clients = 16;
if (args is ["load", var port, var clients, var file])
{
    LoadProcess.Serve(
        int.Parse(port, CultureInfo.InvariantCulture),
        int.Parse(clients, CultureInfo.InvariantCulture),
        file
    );
    return;
}

var options = BenchOptions.Parse(args);
await using var database = await BenchDatabase.OpenAsync(options.DataDirectory);
await using var source = IndexerApi.CreateDataSource(database.ConnectionString);
await using var server = await BenchServer.StartAsync(source);
Console.WriteLine(
    $"PostgreSQL {database.Version}, {Environment.ProcessorCount} processors for everything: database, server and clients"
);
var workloads = await Workload.ReadAsync(source, options.Names);
if (options.IsExplaining)
{
    foreach (var workload in workloads)
    {
        await Explanation.PrintAsync(source, Roots(workload.Requests[0]));
    }

    return;
}

var requests = Path.GetTempFileName();
try
{
    var floors = workloads.Select(workload => new SqlFloor(source, [.. workload.Requests.Select(Roots)])).ToList();
    var byHand = floors.ConvertAll(floor => server.ByHand.Add(server.Url, floor));
    HttpRequests.Write(
        requests,
        [
            .. workloads.Select(workload =>
                workload.Requests.Select(it => HttpRequests.Post(server.Url, it, isKnown: true)).ToList()
            ),
            .. workloads.Select(
                (workload, index) =>
                    workload
                        .Requests.Select((it, turn) => HttpRequests.Post(byHand[index](turn), it, isKnown: true))
                        .ToList()
            ),
        ]
    );
    var clientCount = options.IsHostile ? HostileNeighbour.GoodClients : Clients;
    using var http = LoadProcess.Start(server.Url.Port, clientCount, requests);
    if (options.IsHostile)
    {
        await HostileNeighbour.MeasureAsync(http, server, options.Duration, workloads);
        return;
    }

    Console.WriteLine($"{Clients} clients, rounds of {options.Duration.TotalSeconds} s in turns");
    Console.WriteLine(Comparison.Head);
    for (var index = 0; index < workloads.Count; index++)
    {
        var comparison = new Comparison(
            () => http.RunAsync(index, options.Duration),
            () => http.RunAsync(workloads.Count + index, options.Duration),
            () => Load.RunAsync([.. Enumerable.Range(0, Clients).Select(_ => floors[index].Client())], options.Duration)
        );
        if (index == 0)
        {
            await comparison.WarmUpAsync();
        }

        Console.WriteLine(await comparison.MeasureAsync(workloads[index].Name));
    }
}
finally
{
    File.Delete(requests);
}

IReadOnlyList<BoundRoot> Roots(Indexer.GraphQL.GraphQLRequest request) =>
    server.Engine.Prepare(request, out var errors)?.Roots ?? throw new InvalidOperationException(errors[0].Message);
