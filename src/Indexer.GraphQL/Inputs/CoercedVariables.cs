using Indexer.GraphQL.Execution;

namespace Indexer.GraphQL.Inputs;

/// <summary>The variables of one request.</summary>
/// <param name="Values">By name; a variable that was left out and has no default is absent.</param>
/// <param name="Leaves">The values that only become parameters.</param>
/// <param name="Shape">Everything about the variables that the text of SQL may depend on.</param>
/// <param name="Work">Counts what is made of them, and of the literals around them.</param>
internal sealed record CoercedVariables(
    IReadOnlyDictionary<string, InputNode> Values,
    object?[] Leaves,
    string Shape,
    PreparationWork Work
);
