namespace Indexer.GraphQL.Types;

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
