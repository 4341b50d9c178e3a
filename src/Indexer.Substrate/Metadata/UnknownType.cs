namespace Indexer.Substrate.Metadata;

/// <summary>A type whose name is in no table: an error only where a value of it turns up.</summary>
/// <param name="Problem">Says which name it is, and where the runtime uses it.</param>
internal sealed record UnknownType(string Problem) : TypeDefinition;
