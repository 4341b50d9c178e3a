using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.Api;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Indexer.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.Host.Commands;

/// <summary>
/// <c>indexer holder</c>, <c>pool</c> and <c>proposal</c>: what the pages show, on a terminal; with <c>--json</c> the answer of their
/// documents. They create nothing.
/// </summary>
internal sealed class LookCommands
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly CommonOptions common;
    private readonly Option<bool> json = new("--json") { Description = "The answer of GraphQL as JSON." };

    private LookCommands(CommonOptions common) => this.common = common;

    public static IEnumerable<Command> Create(CommonOptions common)
    {
        var look = new LookCommands(common);
        var network = new Argument<string>("network") { Description = "Its network, for example phala." };
        var address = new Argument<string>("address")
        {
            Description = "Any address of the holder: SS58 of any prefix, public key or EVM.",
        };
        var pool = new Argument<string>("id") { Description = "Its number, or the address of its contract." };
        var proposal = new Argument<string>("id") { Description = "Its id, for example referendum/42." };
        yield return look.Verb(
            new Command("holder", "Shows a holder's life: what is staked, earned, waiting and voted.") { address },
            "Holder",
            parsed => new JsonObject { ["address"] = parsed.GetValue(address) },
            "holder",
            HolderText.Print
        );
        yield return look.Verb(
            new Command("pool", "Shows a pool or vault: value, APR, delegators, workers, queue.") { network, pool },
            "Pool",
            parsed => new JsonObject { ["network"] = parsed.GetValue(network), ["id"] = parsed.GetValue(pool) },
            "pool",
            PoolText.Print
        );
        yield return look.Verb(
            new Command("proposal", "Shows a proposal: tally, course and votes.") { network, proposal },
            "Proposal",
            parsed => new JsonObject { ["network"] = parsed.GetValue(network), ["id"] = parsed.GetValue(proposal) },
            "proposal",
            ProposalText.Print
        );
    }

    private Command Verb(
        Command command,
        string document,
        Func<ParseResult, JsonObject> variables,
        string root,
        Action<JsonElement> print
    )
    {
        command.Options.Add(json);
        command.Options.Add(common.Config);
        command.Options.Add(common.Demo);
        command.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(
                    () => ShowAsync(parsed, document, variables(parsed), root, print, cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }

    private async Task<int> ShowAsync(
        ParseResult parsed,
        string document,
        JsonObject variables,
        string root,
        Action<JsonElement> print,
        CancellationToken cancellationToken
    )
    {
        var configuration = ConfigurationLoader.Load(parsed.GetValue(common.Config)).Database;
        await using var database = await DatabaseAccess.RequireAsync(
            configuration,
            parsed.GetValue(common.Demo),
            cancellationToken
        );
        await using var engine = new GraphQLEngine(
            ProductSchema.Create(),
            database.DataSource,
            new GraphQLOptions(),
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );
        JsonElement answer;
        try
        {
            answer = await PageDocuments.AskAsync(engine, document, variables, cancellationToken);
        }
        catch (PageException problem)
        {
            return Failures.Report(problem.Message, problem.Status == 400 ? Failures.Usage : Failures.Failed);
        }

        var found = answer.GetProperty(root);
        if (found.ValueKind == JsonValueKind.Null)
        {
            var asked = string.Join(' ', variables.Select(variable => variable.Value!.GetValue<string>()));
            return Failures.Report($"There is no {root} {asked} in the index.", Failures.Failed);
        }

        if (parsed.GetValue(json))
        {
            Console.WriteLine(JsonSerializer.Serialize(answer, Indented));
        }
        else
        {
            print(found);
        }

        return Failures.Success;
    }
}
