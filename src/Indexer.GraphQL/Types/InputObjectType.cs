namespace Indexer.GraphQL.Types;

/// <summary>An object that clients send.</summary>
public sealed class InputObjectType : NamedType
{
    private readonly Lazy<IReadOnlyList<InputValue>> fields;

    internal InputObjectType(string name, string description, Func<IReadOnlyList<InputValue>> fields)
        : base(name, description) => this.fields = new(fields);

    /// <summary>Whether exactly one of the fields must be given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal init; }

    /// <summary>The object type whose rows this filters, for a <c>where</c> type.</summary>
    internal ObjectType? Filtered { get; init; }

    internal IReadOnlyList<InputValue> Fields => fields.Value;

    internal InputValue? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}

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

/// <summary>The rows that an argument keeps.</summary>
/// <param name="Parse">From the coerced value to SQL values; null passes the value through as one.</param>
/// <param name="Types">The SQL type of each value.</param>
/// <param name="Predicate">SQL over the row alias and the values' parameters.</param>
internal sealed record ArgumentCondition(
    Func<object, IReadOnlyList<object?>>? Parse,
    IReadOnlyList<SqlType> Types,
    Func<SqlRow, IReadOnlyList<string>, string> Predicate
)
{
    /// <summary>From the first value's parameter to SQL for what is wrong with it, null when nothing is.</summary>
    public Func<string, string>? Refused { get; init; }
}
