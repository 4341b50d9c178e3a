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
