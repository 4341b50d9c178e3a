namespace Indexer.GraphQL.Types;

/// <summary>A scalar or enum, or an array of them, computed from the row.</summary>
/// <param name="Sql">The value.</param>
internal sealed record ExpressionSource(SqlExpression Sql) : FieldSource
{
    public ExpressionSource(RelatedValue related)
        : this(related.Inline) => Related = related;

    /// <summary>The same value for lists of rows, when it reads a related row.</summary>
    public RelatedValue? Related { get; }
}
