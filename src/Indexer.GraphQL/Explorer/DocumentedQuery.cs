using System.Text.Json;
using System.Text.Json.Nodes;

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
