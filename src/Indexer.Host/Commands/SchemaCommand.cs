using System.CommandLine;
using Indexer.Api;
using Indexer.Host.Running;

namespace Indexer.Host.Commands;

/// <summary><c>indexer schema</c>: prints the GraphQL schema.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the GraphQL schema in the schema definition language.");
        command.SetAction(_ =>
        {
            Console.Write(ProductSchema.Print());
            return Failures.Success;
        });
        return command;
    }
}
