namespace Indexer.GraphQL.Types;

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
