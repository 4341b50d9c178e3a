using System.Reflection;
using System.Xml.Linq;

namespace Indexer.Storage;

/// <summary>
/// The XML docs of an assembly, so that one text serves the reader of the code, of the SQL schema and of the GraphQL schema.
/// </summary>
public sealed class XmlDocumentation
{
    private readonly IReadOnlyDictionary<string, string> summaries;

    private XmlDocumentation(IReadOnlyDictionary<string, string> summaries) => this.summaries = summaries;

    /// <summary>Reads the docs that the compiler wrote beside an assembly.</summary>
    /// <param name="assembly">An assembly built with GenerateDocumentationFile.</param>
    /// <exception cref="FileNotFoundException">The .xml file was not deployed with the assembly.</exception>
    public static XmlDocumentation Of(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(path))
        {
#pragma warning disable IL3000 // Only design-time tools run from another directory, and none of them is a single file.
            path = Path.ChangeExtension(assembly.Location, ".xml");
#pragma warning restore IL3000
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path} is missing; deploy it together with the program.", path);
        }

        return new XmlDocumentation(
            XDocument
                .Load(path)
                .Descendants("member")
                .Where(member => member.Element("summary") is not null)
                .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!))
        );
    }

    /// <summary>The summary of a type as plain text.</summary>
    public string Summary(Type type) => Require($"T:{type.FullName}");

    /// <summary>The summary of a property as plain text.</summary>
    public string Summary(PropertyInfo property) => Require($"P:{property.DeclaringType!.FullName}.{property.Name}");

    /// <summary>The summary of an enum member as plain text.</summary>
    public string Summary(Enum member) => Require($"F:{member.GetType().FullName}.{member}");

    private string Require(string name) =>
        summaries.TryGetValue(name, out var summary)
            ? summary
            : throw new InvalidOperationException($"{name} has no XML summary, which the database and GraphQL need.");

    private static string Text(XElement summary)
    {
        var text = string.Concat(
            summary
                .Nodes()
                .Select(node =>
                    node switch
                    {
                        XText plain => plain.Value,
                        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
                        XElement element => element.Value,
                        _ => "",
                    }
                )
        );
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
