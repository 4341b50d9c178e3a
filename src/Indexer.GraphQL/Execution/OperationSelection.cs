using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Execution;

/// <summary>Chooses the operation of a request, section 6.1 of the specification.</summary>
internal static class OperationSelection
{
    /// <summary>The named operation, or the only one.</summary>
    /// <exception cref="GraphQLRequestException">There is no such operation, or the schema has no such kind.</exception>
    /// <param name="document">A valid document.</param>
    /// <param name="name">The operation's name; null for the only one.</param>
    /// <param name="canSubscribe">Whether the schema has subscriptions.</param>
    public static OperationNode Select(DocumentNode document, string? name, bool canSubscribe = false)
    {
        var operations = document.Definitions.OfType<OperationNode>().ToList();
        var operation = name is null ? operations.FirstOrDefault() : operations.Find(item => item.Name?.Value == name);
        if (operation is null)
        {
            var problem = name is null ? "Must provide an operation." : $"Unknown operation named \"{name}\".";
            throw new GraphQLRequestException(problem, ErrorCodes.Request);
        }

        if (name is null && operations.Count > 1)
        {
            throw new GraphQLRequestException(
                "Must provide operation name if query contains multiple operations.",
                ErrorCodes.Request
            );
        }

        return operation.Kind == OperationKind.Query || (operation.Kind == OperationKind.Subscription && canSubscribe)
            ? operation
            : throw new GraphQLRequestException(
                $"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.",
                ErrorCodes.Request,
                operation.Location
            );
    }
}
