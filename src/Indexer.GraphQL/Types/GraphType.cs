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

    internal bool IsOutput => Named is not InputObjectType;

    internal bool IsLeaf => Nullable is ScalarType or EnumType;
}
