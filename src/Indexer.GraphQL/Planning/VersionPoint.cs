using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The point in time that rows are read at.</summary>
/// <param name="Version">The kind of versions.</param>
/// <param name="Case">The way in which the point is named.</param>
/// <param name="Parameter">SQL for its value.</param>
/// <param name="Text">SQL for the text of the value in global ids: equal for equal points.</param>
internal sealed record VersionPoint(RowVersion Version, string Case, string Parameter, string Text);
