namespace Indexer.GraphQL.Types;

/// <summary>
/// A point-in-time argument for types whose rows are versions: each way to name the point supplies the predicate
/// that replaces the one for current rows. Relations below inherit it.
/// </summary>
public sealed class RowVersion
{
    private readonly List<InputValue> fields = [];
    private readonly Dictionary<string, Func<SqlRow, string, string>> predicates = [];

    /// <summary>Describes the argument.</summary>
    /// <param name="argument">Its name, for instance <c>asOf</c>.</param>
    /// <param name="inputType">The name of its input type, a <c>@oneOf</c> object.</param>
    /// <param name="description">What it selects.</param>
    /// <param name="current">The predicate over a row of a versioned type that keeps the current version.</param>
    public RowVersion(string argument, string inputType, string description, SqlExpression current)
    {
        Current = current;
        var input = new InputObjectType(inputType, description, () => fields) { IsOneOf = true };
        Argument = new InputValue(argument, input, description);
    }

    internal InputValue Argument { get; }

    internal SqlExpression Current { get; }

    /// <summary>Adds a way to name the point.</summary>
    /// <param name="name">The field of the input object.</param>
    /// <param name="type">Its scalar.</param>
    /// <param name="description">What it names, with its unit.</param>
    /// <param name="predicate">From a row of a versioned type and the parameter to the predicate that keeps the version in force then.</param>
    public RowVersion Case(string name, ScalarType type, string description, Func<SqlRow, string, string> predicate)
    {
        fields.Add(new InputValue(name, type, description));
        predicates.Add(name, predicate);
        return this;
    }

    internal Func<SqlRow, string, string> Predicate(string name) => predicates[name];
}
