using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Overlap;

/// <summary>
/// The algorithm of graphql-js for overlapping fields: every pair of fields and fragments is compared at most once.
/// Comparisons and conflicts are counted, because they are quadratic in what a hostile document repeats.
/// </summary>
internal sealed class ConflictFinder(ValidationContext context)
{
    private const int ComparisonSteps = 5;
    private const int ConflictSteps = 100;

    private readonly Dictionary<SelectionSetNode, SelectedFields> selected = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(SelectedFields, string, bool)> comparedFields = [];
    private readonly HashSet<(string, string, bool)> comparedFragments = [];
    private readonly FieldComparison comparison = new(context.Work);

    public List<Conflict> Within(CompositeType? parent, SelectionSetNode set)
    {
        var conflicts = new List<Conflict>();
        var fields = Fields(parent, set);
        foreach (var (key, uses) in fields.ByKey)
        {
            for (var left = 0; left < uses.Count; left++)
            {
                for (var right = left + 1; right < uses.Count; right++)
                {
                    Compare(conflicts, isExclusive: false, key, uses[left], uses[right], isOneSet: true);
                }
            }
        }

        for (var left = 0; left < fields.Spreads.Count; left++)
        {
            WithFragment(conflicts, false, fields, fields.Spreads[left]);
            for (var right = left + 1; right < fields.Spreads.Count; right++)
            {
                BetweenFragments(conflicts, false, fields.Spreads[left], fields.Spreads[right]);
            }
        }

        return conflicts;
    }

    private SelectedFields Fields(CompositeType? parent, SelectionSetNode set) =>
        selected.Remember(set, it => SelectedFields.Of(context, parent, it));

    private SelectedFields? FragmentFields(string name) =>
        context.Fragment(name) is { } fragment
            ? Fields(context.Resolve(fragment.Condition) as CompositeType, fragment.Selections)
            : null;

    private void WithFragment(List<Conflict> conflicts, bool isExclusive, SelectedFields fields, string name)
    {
        if (fields.ByKey.Count == 0 || !IsNew(comparedFields, (fields, name, isExclusive), (fields, name, false)))
        {
            return;
        }

        if (FragmentFields(name) is not { } other || other == fields)
        {
            return;
        }

        Between(conflicts, isExclusive, fields, other);
        foreach (var nested in other.Spreads)
        {
            WithFragment(conflicts, isExclusive, fields, nested);
        }
    }

    private void BetweenFragments(List<Conflict> conflicts, bool isExclusive, string left, string right)
    {
        var (first, second) = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
        if (left == right || !IsNew(comparedFragments, (first, second, isExclusive), (first, second, false)))
        {
            return;
        }

        if (FragmentFields(left) is not { } one || FragmentFields(right) is not { } other)
        {
            return;
        }

        Between(conflicts, isExclusive, one, other);
        foreach (var nested in other.Spreads)
        {
            BetweenFragments(conflicts, isExclusive, left, nested);
        }

        foreach (var nested in one.Spreads)
        {
            BetweenFragments(conflicts, isExclusive, nested, right);
        }
    }

    /// <summary>A comparison of fields that are not exclusive finds everything that one of exclusive fields would.</summary>
    private bool IsNew<T>(HashSet<T> compared, T pair, T stricter)
    {
        context.Work.Descend();
        return !compared.Contains(stricter) && compared.Add(pair);
    }

    private void Between(List<Conflict> conflicts, bool isExclusive, SelectedFields one, SelectedFields other)
    {
        context.Work.Add(one.ByKey.Count);
        foreach (var (key, lefts) in one.ByKey)
        {
            if (!other.ByKey.TryGetValue(key, out var rights))
            {
                continue;
            }

            foreach (var left in lefts)
            {
                foreach (var right in rights)
                {
                    Compare(conflicts, isExclusive, key, left, right);
                }
            }
        }
    }

    private void Compare(
        List<Conflict> conflicts,
        bool isExclusive,
        string key,
        FieldUse left,
        FieldUse right,
        bool isOneSet = false
    )
    {
        context.Work.Descend(left.IsPlain && right.IsPlain ? 1 : ComparisonSteps);
        isExclusive |= left.Parent != right.Parent && left.Parent is ObjectType && right.Parent is ObjectType;
        if (Difference(isExclusive, left, right) is { } reason)
        {
            var reversed = isOneSet ? Difference(isExclusive, right, left) : null;
            AddEach(conflicts, key, left, right, reason, reversed);
        }
        else if (left.Node.Selections is { } one && right.Node.Selections is { } other)
        {
            var inner = Between(isExclusive, left, one, right, other);
            if (inner.Count > 0)
            {
                Add(conflicts, Combine(key, left, right, inner));
            }
        }
    }

    /// <summary>The conflict of every repetition with every one; <paramref name="reversed"/>, given inside one set, for
    /// those where the right one comes first.</summary>
    private void AddEach(
        List<Conflict> conflicts,
        string key,
        FieldUse left,
        FieldUse right,
        string reason,
        string? reversed
    )
    {
        foreach (var one in left.Nodes)
        {
            foreach (var other in right.Nodes)
            {
                Add(
                    conflicts,
                    reversed is not null && IsBefore(other.Location, one.Location)
                        ? new Conflict(key, MessageText.Shorten(reversed), [other], [one])
                        : new Conflict(key, MessageText.Shorten(reason), [one], [other])
                );
            }
        }
    }

    private static bool IsBefore(Location one, Location other) =>
        (one.Line, one.Column).CompareTo((other.Line, other.Column)) < 0;

    private void Add(List<Conflict> conflicts, Conflict conflict)
    {
        context.Work.Add(ConflictSteps + conflict.Left.Count + conflict.Right.Count);
        conflicts.Add(conflict);
    }

    private string? Difference(bool isExclusive, FieldUse left, FieldUse right)
    {
        var (one, other) = (left.Node.Name.Value, right.Node.Name.Value);
        if (!isExclusive && one != other)
        {
            return $"\"{one}\" and \"{other}\" are different fields";
        }

        if (!isExclusive && !comparison.HaveSameArguments(left.Node, right.Node))
        {
            return "they have differing arguments";
        }

        return
            left.Definition is { Type: var type }
            && right.Definition is { Type: var otherType }
            && FieldComparison.TypesConflict(type, otherType)
            ? $"they return conflicting types \"{type}\" and \"{otherType}\""
            : null;
    }

    private List<Conflict> Between(
        bool isExclusive,
        FieldUse left,
        SelectionSetNode leftSet,
        FieldUse right,
        SelectionSetNode rightSet
    )
    {
        var conflicts = new List<Conflict>();
        var one = Fields(left.Definition?.Type.Named as CompositeType, leftSet);
        var other = Fields(right.Definition?.Type.Named as CompositeType, rightSet);
        Between(conflicts, isExclusive, one, other);
        foreach (var name in other.Spreads)
        {
            WithFragment(conflicts, isExclusive, one, name);
        }

        foreach (var name in one.Spreads)
        {
            WithFragment(conflicts, isExclusive, other, name);
        }

        foreach (var first in one.Spreads)
        {
            foreach (var second in other.Spreads)
            {
                BetweenFragments(conflicts, isExclusive, first, second);
            }
        }

        return conflicts;
    }

    private static Conflict Combine(string key, FieldUse left, FieldUse right, List<Conflict> inner) =>
        new(
            key,
            MessageText.Shorten(
                string.Join(" and ", inner.Select(item => $"subfields \"{item.Key}\" conflict because {item.Reason}"))
            ),
            [left.Node, .. inner.SelectMany(item => item.Left)],
            [right.Node, .. inner.SelectMany(item => item.Right)]
        );
}

/// <summary>Two groups of fields that cannot share a response key.</summary>
internal sealed record Conflict(
    string Key,
    string Reason,
    IReadOnlyList<FieldNode> Left,
    IReadOnlyList<FieldNode> Right
);
