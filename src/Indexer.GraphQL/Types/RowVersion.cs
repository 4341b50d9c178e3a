using System.Globalization;

namespace Indexer.GraphQL.Types;

/// <summary>
/// A point-in-time argument for types whose rows are versions: each way to name the point supplies the predicate
/// that replaces the one for current rows. Relations below inherit it.
/// </summary>
public sealed class RowVersion
{
    private readonly List<InputValue> fields = [];
    private readonly Dictionary<string, Func<SqlRow, string, string>> predicates = [];
    private readonly Dictionary<string, Func<string, Func<string, string?>, string>> refusals = [];

    /// <summary>Describes the argument.</summary>
    /// <param name="argument">Its name, for instance <c>asOf</c>.</param>
    /// <param name="inputType">The name of its input type, a <c>@oneOf</c> object.</param>
    /// <param name="description">What it selects.</param>
    /// <param name="current">The predicate over a row of a versioned type that keeps the current version.</param>
    public RowVersion(string argument, string inputType, string description, SqlExpression current)
    {
        Current = current;
        var input = new InputObjectType(inputType, description, () => fields) { IsOneOf = true };
        Argument = new InputValue(argument, input, "The point in time that is read; as last indexed when left out.");
    }

    internal InputValue Argument { get; }

    internal SqlExpression Current { get; }

    /// <summary>Adds a way to name the point.</summary>
    /// <param name="name">The field of the input object.</param>
    /// <param name="type">Its scalar.</param>
    /// <param name="description">What it names, with its unit.</param>
    /// <param name="predicate">From a row of a versioned type and the parameter to the predicate that keeps the version in force then.</param>
    /// <param name="refusal">SQL for what is wrong with the value, null when nothing is: from the parameter, and from
    /// the name of a field to the array of texts that the request narrows it to (null when it does not).</param>
    public RowVersion Case(
        string name,
        ScalarType type,
        string description,
        Func<SqlRow, string, string> predicate,
        Func<string, Func<string, string?>, string>? refusal = null
    )
    {
        fields.Add(new InputValue(name, type, description));
        predicates.Add(name, predicate);
        if (refusal is not null)
        {
            refusals.Add(name, refusal);
        }

        return this;
    }

    /// <summary>A value in global ids.</summary>
    internal static string Text(object value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    internal bool Has(string name) => predicates.ContainsKey(name);

    internal SqlType TypeOf(string name) => SqlTypes.Of(fields.Single(field => field.Name == name).Type.Named);

    internal Func<SqlRow, string, string> Predicate(string name) => predicates[name];

    internal Func<string, Func<string, string?>, string>? Refusal(string name) => refusals.GetValueOrDefault(name);
}

/// <summary>
/// A table of steps whose numbers ascend in the order in which they become visible, and the channel that tells of new
/// ones. Streams are cut along these steps; a client that comes back continues after the step it saw last.
/// </summary>
/// <param name="Channel">The channel of NOTIFY that wakes listeners; the payload does not matter.</param>
/// <param name="Table">The table of the steps.</param>
/// <param name="Column">Its column of numbers, <c>bigint</c>, unique.</param>
public sealed record SequenceFeed(string Channel, string Table, string Column);
