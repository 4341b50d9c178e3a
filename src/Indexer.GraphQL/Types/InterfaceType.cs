namespace Indexer.GraphQL.Types;

/// <summary>Fields that several object types share.</summary>
public sealed class InterfaceType : CompositeType
{
    private readonly List<Field> fields = [];
    private readonly List<InterfaceType> implements = [];

    internal InterfaceType(string name, string description)
        : base(name, description) { }

    internal override IReadOnlyList<Field> Fields => fields;

    internal override IReadOnlyList<InterfaceType> Implements => implements;

    internal override Field? Find(string name) => fields.Find(field => field.Name == name);

    internal InterfaceType Add(Field field)
    {
        fields.Add(field);
        return this;
    }

    internal InterfaceType Implement(InterfaceType type)
    {
        implements.Add(type);
        return this;
    }
}

/// <summary>One of several object types.</summary>
internal sealed class UnionType(string name, string description, IReadOnlyList<ObjectType> members)
    : CompositeType(name, description)
{
    public IReadOnlyList<ObjectType> Members => members;

    internal override IReadOnlyList<Field> Fields => [];

    internal override Field? Find(string fieldName) => null;
}
