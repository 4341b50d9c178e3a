namespace Indexer.GraphQL.Types;

/// <summary>A closed set of named values, stored as text.</summary>
public sealed class EnumType : NamedType
{
    private readonly Dictionary<string, EnumValue> byName;

    internal EnumType(string name, string description, IReadOnlyList<EnumValue> values)
        : base(name, description)
    {
        Values = values;
        Filter = FilterTypes.Leaf(this);
        byName = values.ToDictionary(value => Names.Check(value.Name));
    }

    internal IReadOnlyList<EnumValue> Values { get; }

    /// <summary>Its <c>where</c> operators.</summary>
    internal InputObjectType Filter { get; }

    internal EnumValue? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>SQL for the JSON text of a value from SQL for its stored text; null for a text that is no value's.</summary>
    internal string Json(string value) =>
        $"case {value} {string.Concat(Values.Select(item => $"when {Sql.Literal(item.Text)} then {Sql.Literal($"\"{item.Name}\"")} "))}end";
}

/// <summary>One value of an enum.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Stored">The text in the database; the name when left out.</param>
/// <param name="Deprecation">Why clients should stop using it, and what to use instead.</param>
public sealed record EnumValue(string Name, string Description, string? Stored = null, string? Deprecation = null)
{
    internal string Text => Stored ?? Name;
}
