using System.Reflection;
using System.Xml.Linq;

namespace Indexer.Architecture.Tests;

/// <summary>The sources as the tests read them.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    public static IReadOnlyList<string> Sources(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
                .Where(file =>
                    !Path.GetRelativePath(Root, file)
                        .Split(Path.DirectorySeparatorChar)
                        .Any(part => part is "bin" or "obj" or "node_modules" or "Migrations")
                ),
        ];

    /// <summary>The projects of the solution that a project references.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
        [
            .. XDocument
                .Load(Path.Combine(Root, project, Path.GetFileName(project) + ".csproj"))
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
                .Order(StringComparer.Ordinal),
        ];

    public static IReadOnlyList<string> PackagesOf(string project) =>
        [
            .. XDocument
                .Load(Path.Combine(Root, project, Path.GetFileName(project) + ".csproj"))
                .Descendants("PackageReference")
                .Select(reference => reference.Attribute("Include")!.Value),
        ];
}
