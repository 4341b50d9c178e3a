using Indexer.Api.Model;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Rewards;

/// <summary>The types of histories: a row for each stretch of the calendar.</summary>
internal sealed class HistoryTypes(ProductTypes types)
{
    private static readonly KeyColumn Begin = new("begin", SqlType.TimestampTz);

    public ObjectType Rewards { get; } =
        types.Object("RewardStretch", "What was earned in a stretch of the calendar, in PHA.", Begin);

    public ObjectType Stretch { get; } =
        types.Object("HoldingStretch", "How holdings stood at the end of a stretch of the calendar.", Begin);

    public ObjectType NetworkStretch { get; } =
        types.Object("NetworkStretch", "How a network stood at the end of a stretch of the calendar.", Begin);

    public ObjectType PoolStretch { get; } =
        types.Object("PoolStretch", "How a pool stood at the end of a stretch of the calendar.", Begin);
}
