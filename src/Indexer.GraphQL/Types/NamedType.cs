namespace Indexer.GraphQL.Types;

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
