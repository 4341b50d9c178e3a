namespace Indexer.GraphQL.Inputs;

/// <summary>
/// A coerced input value. Everything the text of SQL may depend on is in the tree itself; what only becomes a
/// parameter is behind <see cref="LeafInput"/>, so that a plan can be used again with other values.
/// </summary>
internal abstract record InputNode;
