namespace Indexer.GraphQL.Types;

/// <summary>SQL for one value, over the alias of the row it belongs to.</summary>
/// <param name="row">The row; interpolated it is its alias.</param>
/// <returns>Trusted SQL: nothing a client sent except through parameters.</returns>
public delegate string SqlExpression(SqlRow row);
