namespace Indexer.GraphQL.Types;

/// <summary>A GraphQL type: a named type, or a list or non-null wrapper around one.</summary>
public abstract class GraphType
{
    private protected GraphType() { }

    /// <summary>The same type without null.</summary>
    public GraphType NonNull() => this is NonNullType ? this : new NonNullType(this);

    /// <summary>A list of this type; an element is null only when this type allows it.</summary>
    public GraphType List() => new ListType(this);

    /// <summary>The named type inside every wrapper.</summary>
    internal abstract NamedType Named { get; }

    /// <summary>This type, null allowed.</summary>
    internal GraphType Nullable => this is NonNullType nonNull ? nonNull.Of : this;

    internal bool IsNonNull => this is NonNullType;

    internal bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    internal bool IsLeaf => Nullable is ScalarType or EnumType;
}

/// <summary>A list.</summary>
internal sealed class ListType(GraphType of) : GraphType
{
    public GraphType Of => of;

    internal override NamedType Named => of.Named;

    public override string ToString() => $"[{of}]";
}

/// <summary>A type without null.</summary>
internal sealed class NonNullType(GraphType of) : GraphType
{
    public GraphType Of => of;

    internal override NamedType Named => of.Named;

    public override string ToString() => $"{of}!";
}

/// <summary>A type with a name of its own in the schema.</summary>
public abstract class NamedType : GraphType
{
    private protected NamedType(string name, string description)
    {
        Name = Names.Check(name);
        Description = description;
    }

    /// <summary>The name in the schema.</summary>
    public string Name { get; }

    /// <summary>What a value of this type is, in Markdown.</summary>
    public string Description { get; }

    internal override NamedType Named => this;

    /// <summary>The name in the schema.</summary>
    public override string ToString() => Name;
}

/// <summary>A type with a selection set: object, interface or union.</summary>
public abstract class CompositeType : NamedType
{
    private protected CompositeType(string name, string description)
        : base(name, description) { }

    /// <summary>The selectable fields in the order of declaration; none for a union.</summary>
    internal abstract IReadOnlyList<Field> Fields { get; }

    internal virtual IReadOnlyList<InterfaceType> Implements => [];

    internal abstract Field? Find(string name);
}
