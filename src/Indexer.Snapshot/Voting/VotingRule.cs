using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>
/// A voting type of Snapshot: which votes are valid and how they add up. The rules are those of snapshot.js; the
/// arithmetic is exact where theirs is floating-point.
/// </summary>
public abstract class VotingRule
{
    private static readonly Dictionary<string, VotingRule> Rules = new(StringComparer.Ordinal)
    {
        ["basic"] = new SingleChoiceRule(),
        ["single-choice"] = new SingleChoiceRule(),
        ["approval"] = new ApprovalRule(),
        ["ranked-choice"] = new RankedChoiceRule(),
        ["weighted"] = new WeightedRule(),
        ["quadratic"] = new QuadraticRule(),
        ["copeland"] = new CopelandRule(),
    };

    /// <summary>The names of all types.</summary>
    public static string Names => string.Join(", ", Rules.Keys);

    /// <summary>The rule of a type; null when it is unknown.</summary>
    /// <param name="type">The name that Snapshot gives it.</param>
    public static VotingRule? Find(string type) => Rules.GetValueOrDefault(type);

    /// <summary>Whether invalid votes, which count for no choice, are part of the total.</summary>
    public virtual bool CountsInvalid => true;

    /// <summary>Reads a vote; null when it is invalid and counts for no choice.</summary>
    /// <param name="choice">What it is for, as JSON.</param>
    /// <param name="choices">How many choices there are.</param>
    /// <param name="weight">Its weight.</param>
    public abstract Ballot? Read(JsonElement choice, int choices, BigInteger weight);

    /// <summary>The weight on each choice, in units, rounded to the nearest, a half to the even one.</summary>
    /// <param name="ballots">The valid votes.</param>
    /// <param name="choices">How many choices there are.</param>
    public abstract IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices);

    private protected static BigInteger Sum(IEnumerable<BigInteger> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
