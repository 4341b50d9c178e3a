namespace Indexer.GraphQL.Types;

/// <summary>A leaf value: how it is read from clients, stored in PostgreSQL and shown as JSON.</summary>
public sealed class ScalarType : NamedType
{
    /// <summary>Describes a scalar.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="description">The format of its values, with unit.</param>
    /// <param name="sqlType">The type of its columns and parameters.</param>
    /// <param name="parse">From a client's value to the CLR value of <paramref name="sqlType"/>; throws
    /// <see cref="FormatException"/> with a message for the client when it cannot.</param>
    public ScalarType(string name, string description, SqlType sqlType, Func<ScalarInput, object> parse)
        : base(name, description)
    {
        SqlType = sqlType;
        Filter = FilterTypes.Leaf(this);
        Parse = parse;
    }

    /// <summary>The type of its columns and parameters.</summary>
    public SqlType SqlType { get; }

    /// <summary>From a client's value to the CLR value of <see cref="SqlType"/>.</summary>
    public Func<ScalarInput, object> Parse { get; }

    /// <summary>From SQL for the value to SQL for its JSON text; null stays null. By default PostgreSQL's own.</summary>
    public Func<string, string> Json { get; init; } = static value => $"to_json({value})::text";

    /// <summary>SQL for a JSON string of a text without anything to escape: no quote, backslash or control character.</summary>
    /// <param name="text">SQL for the text.</param>
    public static string Quoted(string text) => $"'\"' || {text} || '\"'";

    /// <summary>The address of the format's specification.</summary>
    public string? SpecifiedBy { get; init; }

    /// <summary>Its <c>where</c> operators.</summary>
    internal InputObjectType Filter { get; }

    internal bool IsText => SqlType == SqlType.Text;
}

/// <summary>A value a client sent for a scalar, from the query text or from the variables.</summary>
/// <param name="Kind">Its syntactic kind.</param>
/// <param name="Text">A string's content, or the spelling of anything else (<c>12</c>, <c>1.5e3</c>, <c>true</c>).</param>
/// <param name="Shown">How error messages quote it.</param>
/// <param name="IsLiteral">Whether it is from the query text.</param>
public readonly record struct ScalarInput(ScalarInputKind Kind, string Text, string Shown, bool IsLiteral = false);

/// <summary>The syntactic kind of a value that a client sent.</summary>
public enum ScalarInputKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number without fraction and exponent.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Fraction,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An enum value, a list or an object.</summary>
    Other,
}
