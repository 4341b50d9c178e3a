using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>A parameter of a statement.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsArray">Whether it is an array of that type.</param>
/// <param name="Read">From the leaves of the variables to the value; throws <see cref="FormatException"/> with a
/// message for the client when there is none.</param>
internal sealed record Parameter(SqlType Type, bool IsArray, Func<object?[], object?> Read);
