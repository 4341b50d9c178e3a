using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Explorer;

/// <summary>A query that shows what can be asked.</summary>
/// <param name="Name">The name of its operation.</param>
/// <param name="Title">What it answers, in a few words.</param>
/// <param name="Description">What it answers, in sentences.</param>
/// <param name="Query">The document; it has one operation.</param>
/// <param name="VariablesQuery">
/// A query without variables whose answer fills the variables with values that this database has; null when the query
/// needs none. <see cref="Variables"/> reads its answer.
/// </param>
public sealed record DocumentedQuery(
    string Name,
    string Title,
    string Description,
    string Query,
    string? VariablesQuery
)
{
    /// <summary>
    /// The variables in the answer to <see cref="VariablesQuery"/>: each leaf that is not null is the variable of its
    /// name (an alias gives it), the first in the order of the answer where several have that name.
    /// </summary>
    /// <param name="data">The answer's <c>data</c>.</param>
    public static JsonObject Variables(JsonElement data)
    {
        var variables = new JsonObject();
        Collect(data, variables);
        return variables;
    }

    private static void Collect(JsonElement value, JsonObject variables)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, variables);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    Collect(member.Value, variables);
                }
                else if (member.Value.ValueKind != JsonValueKind.Null && !variables.ContainsKey(member.Name))
                {
                    variables.Add(member.Name, JsonValue.Create(member.Value));
                }
            }
        }
    }
}

/// <summary>
/// Documented queries as embedded files: <c>Name.graphql</c> begins with a comment, its first line the title and the
/// others the description; <c>Name.variables.graphql</c> beside it is the query for its variables, if it needs any.
/// </summary>
public static class DocumentedQueryFiles
{
    private const string Ending = ".graphql";
    private const string VariablesEnding = ".variables.graphql";

    /// <summary>Reads all documented queries of an assembly.</summary>
    /// <param name="assembly">Embeds the files.</param>
    /// <param name="folder">What the logical names of the files begin with.</param>
    /// <param name="names">Their names in the order to show them.</param>
    /// <exception cref="InvalidOperationException">
    /// A file is missing, is not named, or does not begin with a title and a description.
    /// </exception>
    public static IReadOnlyList<DocumentedQuery> Read(Assembly assembly, string folder, IEnumerable<string> names) =>
        [.. names.Select(name => Read(assembly, folder, name))];

    private static DocumentedQuery Read(Assembly assembly, string folder, string name)
    {
        var query =
            Text(assembly, folder + name + Ending)
            ?? throw new InvalidOperationException($"There is no embedded file {folder}{name}{Ending}.");
        var lines = query.Split('\n');
        var comment = lines.TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].Trim()).ToList();
        var document = Parser.Parse(query);
        if (comment.Count < 2 || document.Definitions is not [OperationNode operation] || operation.Name?.Value != name)
        {
            throw new InvalidOperationException(
                $"{folder}{name}{Ending} must begin with a comment, the title on its first line and the description below, and have one operation, {name}."
            );
        }

        return new DocumentedQuery(
            name,
            comment[0],
            string.Join(' ', comment.Skip(1)),
            string.Join('\n', lines.Skip(comment.Count)),
            Text(assembly, folder + name + VariablesEnding)
        );
    }

    private static string? Text(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
