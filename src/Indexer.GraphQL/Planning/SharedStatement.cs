namespace Indexer.GraphQL.Planning;

/// <summary>
/// The statement of a root field for many requests that differ in their values: a row for each, in the order of the values.
/// PostgreSQL starts and ends it once, which for a look-up by key takes longer than the look-up. It is planned without
/// knowing the values: where one for each is quicker, because it needs them, nobody shares for a while.
/// </summary>
/// <remarks>For use by many requests at once.</remarks>
internal sealed class SharedStatement
{
    /// <summary>Until it is tried again when it was slower, or failed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What a request's part may be longer by, besides twice: times below it tell how busy the machine is.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);

    /// <summary>Slower times in a row: the first ones on each connection are not prepared.</summary>
    private const int Patience = 32;

    private readonly string single;
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly Pace pace = new();
    private string? sql;
    private int slower;
    private long pausedUntil = long.MinValue;

    private SharedStatement(string single, IReadOnlyList<Parameter> parameters) =>
        (this.single, this.parameters) = (single, parameters);

    /// <summary>Its text, in which every parameter is the array of the values of all requests.</summary>
    public string Sql => sql ??= SharedSql.Write(single, parameters);

    /// <summary>That of a statement for one request; null when it has no values to differ in, or arrays among them.</summary>
    public static SharedStatement? Of(string single, IReadOnlyList<Parameter> parameters) =>
        parameters.Count > 0 && parameters.All(parameter => !parameter.IsArray)
            ? new SharedStatement(single, parameters)
            : null;

    /// <summary>What each request's part usually takes; the longest time of all when it was never shared.</summary>
    public TimeSpan Mean => pace.Mean;

    /// <summary>Whether to share, as far as is known.</summary>
    public bool IsQuicker(TimeProvider time) => time.GetTimestamp() >= Volatile.Read(ref pausedUntil);

    /// <summary>Takes note of one time.</summary>
    /// <param name="taken">The part of it that each request had.</param>
    /// <param name="alone">How long one for each takes.</param>
    /// <param name="time">The clock.</param>
    public void Took(TimeSpan taken, Pace alone, TimeProvider time)
    {
        pace.Took(taken, bytes: 0);
        slower = taken > (2 * alone.Mean) + Tolerance ? slower + 1 : 0;
        if (slower >= Patience)
        {
            StopSharing(time);
        }
    }

    /// <summary>Lets each request have its own for a while.</summary>
    public void StopSharing(TimeProvider time)
    {
        slower = 0;
        var ticks = Pause.TotalSeconds * time.TimestampFrequency;
        Volatile.Write(ref pausedUntil, time.GetTimestamp() + (long)ticks);
    }
}
