using System.CommandLine;
using Indexer.Exports;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;

namespace Indexer.Host.Commands;

/// <summary><c>indexer export</c>: statements and lists as files. Creates nothing in the database.</summary>
internal sealed class ExportCommand
{
    private readonly CommonOptions common;
    private readonly Option<string?> holder = Text("--holder", "ADDRESS", "Of a holder, by any of its addresses.");
    private readonly Option<string?> pool = Text("--pool", "NETWORK/ID", "Of a pool, for example phala/42.");
    private readonly Option<string?> network = Text("--network", "NAME", "Of a whole network.");
    private readonly Option<string?> from = Text(
        "--from",
        "TIME",
        "From a date or instant (UTC) on; from the beginning."
    );
    private readonly Option<string?> to = Text(
        "--to",
        "TIME",
        "Before a date or instant (UTC); to the end of what is final."
    );
    private readonly Option<ExportFormat> format = new("--format")
    {
        Description = "csv, jsonl or parquet.",
        DefaultValueFactory = _ => ExportFormat.Csv,
    };

    private readonly Option<FileInfo?> output = new("--output")
    {
        Description = "The file; standard output when left out.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo?> prices = new("--prices")
    {
        Description = "A CSV file date,price with the price of one PHA on each day: adds price and price_value.",
        HelpName = "FILE",
    };

    private readonly Option<bool> unfinalized = new("--unfinalized")
    {
        Description = "Also blocks that may still be replaced.",
    };

    private ExportCommand(CommonOptions common) => this.common = common;

    public static Command Create(CommonOptions common)
    {
        var export = new ExportCommand(common);
        var command = new Command("export", "Writes statements of holders, pools and networks as files.")
        {
            export.Verb("rewards", ExportKind.Rewards, "What was earned, by day for a holder."),
            export.Verb("stake", ExportKind.Stake, "What the stake was worth and all that changed it."),
            export.Verb("claims", ExportKind.Claims, "Claims of parachain assets."),
            export.Verb("votes", ExportKind.Votes, "Votes in every system of governance."),
            export.Verb("activity", ExportKind.Activity, "Everything that a holder did and that happened to it."),
        };
        return command;
    }

    private Command Verb(string name, ExportKind kind, string description)
    {
        var verb = new Command(name, description)
        {
            holder,
            pool,
            network,
            from,
            to,
            format,
            output,
            prices,
            unfinalized,
            common.Config,
            common.Demo,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                Failures.GuardAsync(() => WriteAsync(kind, parsed, cancellationToken), cancellationToken)
        );
        return verb;
    }

    private async Task<int> WriteAsync(ExportKind kind, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var request = ExportRequest.Read(
                kind,
                new WrittenExport(
                    parsed.GetValue(holder),
                    parsed.GetValue(pool),
                    parsed.GetValue(network),
                    parsed.GetValue(from),
                    parsed.GetValue(to),
                    parsed.GetValue(unfinalized)
                )
            );
            var priceList = parsed.GetValue(prices) is { } file ? PriceList.Load(file.FullName) : null;
            return await WriteAsync(request, priceList, parsed, cancellationToken);
        }
        catch (ExportException problem)
        {
            return Failures.Report(problem.Message, Failures.Usage);
        }
    }

    private async Task<int> WriteAsync(
        ExportRequest request,
        PriceList? priceList,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var configuration = ConfigurationLoader.Load(parsed.GetValue(common.Config)).Database;
        await using var database = await DatabaseAccess.RequireAsync(
            configuration,
            parsed.GetValue(common.Demo),
            cancellationToken
        );
        await using var export = await new ExportSource(database.DataSource).OpenAsync(request, cancellationToken);
        await using var target = Target(parsed.GetValue(output));
        var outcome = await export.WriteAsync(parsed.GetValue(format), target, priceList, cancellationToken);
        return outcome.Difference.IsZero
            ? Failures.Success
            : Failures.Report(
                $"The statement does not close: {outcome.Difference} are unexplained. Please report it with the command.",
                Failures.Failed
            );
    }

    private static Stream Target(FileInfo? file)
    {
        try
        {
            return file is null ? Console.OpenStandardOutput() : file.Create();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"--output {file!.FullName} cannot be written: {problem.Message}");
        }
    }

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };
}
