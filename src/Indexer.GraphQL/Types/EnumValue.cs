namespace Indexer.GraphQL.Types;

/// <summary>One value of an enum.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Stored">The text in the database; the name when left out.</param>
/// <param name="Deprecation">Why clients should stop using it, and what to use instead.</param>
public sealed record EnumValue(string Name, string Description, string? Stored = null, string? Deprecation = null)
{
    internal string Text => Stored ?? Name;
}
