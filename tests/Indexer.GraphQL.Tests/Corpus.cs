using System.Reflection;

namespace Indexer.GraphQL.Tests;

/// <summary>
/// A schema and documents about it: a file per rule of section 5 of the specification, named as its class, with
/// documents that are valid and documents that the rule refuses, separated by empty lines.
/// </summary>
internal static class Corpus
{
    private const string Separator = "\n\n";

    public static string Sdl { get; } = Read("Schema");

    /// <summary>The schema that this repository serves: a large one, as clients meet it.</summary>
    public static string ProductSdl { get; } =
        File.ReadAllText(
            typeof(Corpus)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "SchemaFile")
                .Value!
        );

    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. typeof(Corpus).Assembly.GetManifestResourceNames().Where(name => name != "Schema")];

    public static IReadOnlyList<string> Valid(string name) => Sections(name)[0];

    public static IReadOnlyList<string> Invalid(string name) => Sections(name)[1];

    private static List<string[]> Sections(string name) =>
        [
            .. Read(name)
                .Trim()
                .Split("# Invalid")
                .Select(part =>
                    part.Replace("# Valid", "", StringComparison.Ordinal)
                        .Trim()
                        .Split(Separator, StringSplitOptions.RemoveEmptyEntries)
                ),
            [],
        ];

    private static string Read(string name)
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
