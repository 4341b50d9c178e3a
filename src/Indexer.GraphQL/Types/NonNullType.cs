namespace Indexer.GraphQL.Types;

/// <summary>A type without null.</summary>
internal sealed class NonNullType(GraphType of) : GraphType
{
    public GraphType Of => of;

    internal override NamedType Named => of.Named;

    public override string ToString() => $"{of}!";
}
