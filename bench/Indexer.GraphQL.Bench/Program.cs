using System.Net.Http.Json;
using System.Text.Json;
using Indexer.GraphQL;
using Indexer.GraphQL.Bench;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Planning;

// GraphQL over HTTP beside the same SQL through Npgsql, both with 16 clients in one process; with "hostile" as second
// argument, good requests alone and beside a client that sends absurd ones.
const int Clients = 16;
const int Values = 900;
var duration = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0]) : 5);
(string Name, string Query)[] queries =
[
    (
        "one row by number",
        "query($n: Long!) { book(number: $n) { number title price pages published author { name } } }"
    ),
    (
        "list of 20",
        "query($n: Long!) { books(first: 20, where: { number: { gt: $n } }) { nodes { number title price } } }"
    ),
    (
        "nested 20 x 5",
        "query($n: Long!) { authors(first: 20, where: { number: { gt: $n } }) { nodes { number name books(first: 5) { nodes { number title price } } } } }"
    ),
];

await using var server = await BenchServer.StartAsync(Clients);
using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Clients };
using var http = new HttpClient(handler);
Console.WriteLine($"{Environment.ProcessorCount} processors, {Clients} clients, {duration.TotalSeconds:N0} s each");
if (args is [_, "hostile"])
{
    await HostileNeighbour.MeasureAsync(duration, server.Url, turn => PostAsync(queries[turn % 2].Query, turn));
    return;
}

foreach (var (name, query) in queries)
{
    Console.WriteLine(name);
    var graphQL = await Measurement.TakeAsync(Clients, duration, turn => PostAsync(query, turn));
    Console.WriteLine($"  GraphQL {graphQL}");
    var statements = Enumerable.Range(0, Values).Select(turn => Statement(query, turn)).ToList();
    var floor = await Measurement.TakeAsync(Clients, duration, turn => SelectAsync(statements[turn % Values]));
    Console.WriteLine($"  Npgsql  {floor}");
    Console.WriteLine($"  {graphQL.PerSecond / floor.PerSecond:P0} of the floor");
}

static object Variables(int turn) => new { n = 1 + (turn % Values) };

async Task PostAsync(string query, int turn)
{
    using var response = await http.PostAsJsonAsync(server.Url, new { query, variables = Variables(turn) });
    var body = await response.Content.ReadAsStringAsync();
    if (!body.StartsWith("{\"data\":", StringComparison.Ordinal))
    {
        throw new InvalidOperationException($"The server answered {response.StatusCode}: {body}");
    }
}

BoundRoot Statement(string query, int turn)
{
    var variables = JsonSerializer.SerializeToElement(Variables(turn));
    return server.Engine.Prepare(new GraphQLRequest(query, null, variables), out _)!.Roots[0];
}

async Task SelectAsync(BoundRoot root)
{
    await using var command = server.DataSource.CreateCommand(((SqlRoot)root.Plan).Sql);
    command.Parameters.AddRange(root.Parameters.Select(parameter => parameter.Clone()).ToArray());
    await command.ExecuteScalarAsync();
}
