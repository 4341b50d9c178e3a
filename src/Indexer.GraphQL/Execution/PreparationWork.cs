using System.Runtime.CompilerServices;
using Indexer.GraphQL.Planning;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Counts the steps of checking and planning a document while they are done. The size of a document bounds the work of
/// most rules, but fragments can be spread again and again, and each operation is checked with all that it reaches: small
/// documents can ask for work without end.
/// </summary>
/// <param name="limit">How many steps may be done (<see cref="GraphQLOptions.MaxPreparationSteps"/>).</param>
internal sealed class PreparationWork(long limit)
{
    /// <summary>How many steps were done.</summary>
    public long Steps { get; private set; }

    /// <summary>Counts steps before they are done: looking at a node, or comparing two.</summary>
    /// <param name="steps">How many.</param>
    /// <exception cref="GraphQLRequestException">They are too many.</exception>
    public void Add(long steps = 1)
    {
        Steps += steps;
        if (Steps > limit)
        {
            throw OperationLimits.Exceeded($"The document takes {Steps} steps or more to check and plan", limit);
        }
    }

    /// <summary>Counts steps on the way into a fragment, or into what is selected inside a field.</summary>
    /// <param name="steps">How many.</param>
    /// <exception cref="GraphQLRequestException">They are too many, or too far inside each other.</exception>
    public void Descend(long steps = 1)
    {
        Add(steps);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GraphQLRequestException("Fragments are chained too deeply.", ErrorCodes.Limit);
        }
    }
}
