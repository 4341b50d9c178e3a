using System.Text.Json;
using Indexer.GraphQL.Planning;

namespace Indexer.GraphQL.Execution;

/// <summary>A subscription with the parameters of one request.</summary>
/// <param name="Plan">How its messages are read.</param>
/// <param name="Root">The statement of a page and its parameters.</param>
/// <param name="Variables">The text of the variables: streams of equal plan and variables have equal messages.</param>
/// <param name="After">The key of the last message the client saw; null to start with what comes next.</param>
/// <param name="Refusal">The statement that says what is wrong with the values; null when nothing can be.</param>
internal sealed record BoundStream(
    StreamPlan Plan,
    BoundRoot Root,
    string Variables,
    IReadOnlyList<string>? After,
    BoundRoot? Refusal
)
{
    /// <summary>Takes the values of a request.</summary>
    /// <exception cref="GraphQLRequestException">A value is unusable.</exception>
    public static BoundStream Bind(StreamPlan plan, object?[] leaves, JsonElement variables)
    {
        var text = variables.ValueKind == JsonValueKind.Object ? variables.GetRawText() : "";
        return new BoundStream(
            plan,
            Binding.Bind(plan.Page, leaves),
            text,
            Binding.Read(plan, () => plan.After(leaves)),
            plan.Refusal is { } refusal ? Binding.Bind(refusal, leaves) : null
        );
    }
}
