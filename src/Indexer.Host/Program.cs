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
    DatabaseCommand.Create(common),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    return Failures.Report($"{parsed.Errors[0].Message} See: indexer --help", Failures.Usage);
}

return await parsed.InvokeAsync();
