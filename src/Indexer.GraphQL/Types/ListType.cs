namespace Indexer.GraphQL.Types;

/// <summary>A list.</summary>
internal sealed class ListType(GraphType of) : GraphType
{
    public GraphType Of => of;

    internal override NamedType Named => of.Named;

    public override string ToString() => $"[{of}]";
}
