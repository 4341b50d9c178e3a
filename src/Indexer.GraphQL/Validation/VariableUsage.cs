using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>A use of a variable and the type its place expects.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphType? Type, GraphType? ParentType, bool HasDefault);
