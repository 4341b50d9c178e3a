namespace Indexer.GraphQL.Types;

/// <summary>An argument, or a field of an input object.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Type">A scalar, enum or input object, possibly in lists.</param>
/// <param name="Description">What it does, with its unit.</param>
/// <param name="Default">The value used when it is left out, as a GraphQL literal.</param>
public sealed record InputValue(string Name, GraphType Type, string Description, string? Default = null)
{
    /// <summary>Why clients should stop using it, and what to use instead.</summary>
    public string? Deprecation { get; init; }

    /// <summary>What the value does to the rows of its field; null when the field reads it itself.</summary>
    internal ArgumentCondition? Condition { get; init; }

    internal bool IsRequired => Type.IsNonNull && Default is null;
}
