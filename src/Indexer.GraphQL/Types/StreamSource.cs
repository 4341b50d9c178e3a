namespace Indexer.GraphQL.Types;

/// <summary>Messages about the steps of a feed, for a subscription.</summary>
/// <param name="Target">The type of a message. The first column of its key is the number of the step.</param>
/// <param name="Join">Where the messages come from.</param>
/// <param name="Row">The type whose filter <c>where</c> takes; null offers none.</param>
internal sealed record StreamSource(ObjectType Target, Join Join, ObjectType? Row) : RowsSource(Target, Join)
{
    /// <summary>The arguments every stream has.</summary>
    public IEnumerable<InputValue> Arguments
    {
        get
        {
            if (Row is { Lists.IsFilterable: true } row)
            {
                yield return new InputValue("where", row.Lists.Filter, "Tells only of rows that match.");
            }

            yield return new InputValue(
                "after",
                Scalars.String,
                "The cursor of the last message that was received: the stream continues after it, without a gap. Left out, it starts with what comes next."
            );
        }
    }
}
