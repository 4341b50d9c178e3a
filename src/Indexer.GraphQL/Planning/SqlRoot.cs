using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Planning;

/// <summary>A root field answered by one statement whose only value is its JSON text.</summary>
internal sealed record SqlRoot(
    string Key,
    bool IsNonNull,
    Location Location,
    string Sql,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<FieldCost> Costs
) : RootPlan(Key, IsNonNull, Location)
{
    /// <summary>How quick it was for whoever sent it.</summary>
    public Pace Pace { get; } = new();

    /// <summary>The statement for many requests at once; null when there can be none.</summary>
    public SharedStatement? Shared { get; } = SharedStatement.Of(Sql, Parameters);
}
