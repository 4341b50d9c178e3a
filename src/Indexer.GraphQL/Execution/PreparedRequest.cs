namespace Indexer.GraphQL.Execution;

/// <summary>What came of a request before the database was asked.</summary>
/// <param name="Operation">The operation to execute; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public readonly record struct PreparedRequest(PreparedOperation? Operation, IReadOnlyList<GraphQLError> Errors);
