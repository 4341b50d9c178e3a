using System.CommandLine;
using Indexer.Host.Commands;
using Indexer.Host.Running;

var common = new CommonOptions();
var root = new RootCommand(
    "Indexes Phala's staking, rewards and governance wherever they have lived, into one history."
)
{
    DemoCommand.Create(common),
    RunCommand.Create(common),
    StatusCommand.Create(common),
    SchemaCommand.Create(),
    SimulateCommand.Create(),
    ExportCommand.Create(common),
    DoctorCommand.Create(common),
    StateCommand.Create(),
    DatabaseCommand.Create(common),
};
foreach (var look in LookCommands.Create(common))
{
    root.Subcommands.Add(look);
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    var command = parsed.CommandResult.Command;
    var problem =
        command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..]
            ? $"There is no command '{word}'; there are {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}."
            : parsed.Errors[0].Message;
    return Failures.Report($"{problem} See: indexer --help", Failures.Usage);
}

// PostgreSQL is stopped in order, which takes longer than the two seconds after which the library gives up. psql has its own
// use for Ctrl-C.
TimeSpan? patience = parsed.CommandResult.Command.Name == PsqlCommand.Name ? null : TimeSpan.FromSeconds(60);
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = patience });
