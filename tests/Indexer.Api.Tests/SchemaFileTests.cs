using System.Reflection;

namespace Indexer.Api.Tests;

public sealed class SchemaFileTests
{
    private const string Rewrite = "REWRITE_SCHEMA";

    private static readonly string Path = typeof(SchemaFileTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "SchemaFile")
        .Value!;

    [Fact]
    public void The_schema_file_is_what_the_program_serves()
    {
        var printed = ProductSchema.Print();
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
        {
            File.WriteAllText(Path, printed);
        }

        Assert.True(
            File.Exists(Path) && File.ReadAllText(Path) == printed,
            $"schema.graphql is not what the program serves. If the change is meant: {Rewrite}=1 dotnet test tests/Indexer.Api.Tests, then commit it."
        );
    }

    [Fact]
    public void Every_type_field_argument_and_value_says_what_it_is()
    {
        var undescribed = new List<string>();
        var isDescribed = false;
        var isInside = false;
        foreach (var line in ProductSchema.Print().Split('\n').Select(line => line.Trim()))
        {
            var quotes = line.Split("\"\"\"").Length - 1;
            if (isInside || quotes > 0)
            {
                isInside ^= quotes == 1;
                isDescribed = true;
            }
            else if (line.Length > 0 && line[0] is not ('}' or ')'))
            {
                undescribed.AddRange(isDescribed ? [] : [line]);
                isDescribed = false;
            }
        }

        Assert.Empty(undescribed);
    }
}
