namespace Indexer.GraphQL.Types;

/// <summary>A value a client sent for a scalar, from the query text or from the variables.</summary>
/// <param name="Kind">Its syntactic kind.</param>
/// <param name="Text">A string's content, or the spelling of anything else (<c>12</c>, <c>1.5e3</c>, <c>true</c>).</param>
/// <param name="Shown">How error messages quote it.</param>
/// <param name="IsLiteral">Whether it is from the query text.</param>
public readonly record struct ScalarInput(ScalarInputKind Kind, string Text, string Shown, bool IsLiteral = false);
