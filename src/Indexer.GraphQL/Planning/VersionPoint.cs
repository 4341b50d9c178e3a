using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The point in time that rows are read at.</summary>
internal sealed record VersionPoint(RowVersion Version, string Case, string Parameter);
