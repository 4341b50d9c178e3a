namespace Indexer.GraphQL.Types;

/// <summary>One of several object types.</summary>
internal sealed class UnionType(string name, string description, IReadOnlyList<ObjectType> members)
    : CompositeType(name, description)
{
    public IReadOnlyList<ObjectType> Members => members;

    internal override IReadOnlyList<Field> Fields => [];

    internal override Field? Find(string fieldName) => null;
}
