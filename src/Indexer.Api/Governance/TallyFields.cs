using Indexer.Api.Model;
using Indexer.Domain;

namespace Indexer.Api.Governance;

/// <summary>How the votes on a proposal add up.</summary>
internal static class TallyFields
{
    /// <summary>The sums, and what they are of the whole.</summary>
    public static void Add(ProductTypes types, ObjectMap<ProposalState> tally)
    {
        tally.Add(row => row.Status);
        tally.Add(row => row.Ayes, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Nays, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Abstains, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Others, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Turnout, scalar: types.Scalars.Decimal);
        tally.Add(row => row.Voters).Sortable().Summable();
        tally.Add(row => row.Electorate, scalar: types.Scalars.Decimal).Averaged();
        AddRatio(
            types,
            tally,
            "turnoutRatio",
            row => row[state => state.Turnout],
            row => row[state => state.Electorate],
            "Turnout as a part of the electorate: turnout / electorate; null while the electorate is unknown or zero."
        );
        AddRatio(
            types,
            tally,
            "approval",
            row => row[state => state.Ayes],
            row => $"({row[state => state.Ayes]} + {row[state => state.Nays]})",
            "Weight in favour as a part of what is for or against, abstentions left out: ayes / (ayes + nays); null while there is neither."
        );
    }

    private static void AddRatio(
        ProductTypes types,
        ObjectMap<ProposalState> tally,
        string name,
        Func<RowOf<ProposalState>, string> part,
        Func<RowOf<ProposalState>, string> whole,
        string description
    ) =>
        tally
            .Type.Computed(
                name,
                types.Scalars.Ratio,
                row => Ratio(part(tally.Map.Of(row)), whole(tally.Map.Of(row))),
                description
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Averaged();

    /// <summary>A part of a whole in the smallest unit of the scalar, rounded down; null when there is no whole.</summary>
    public static string Ratio(string part, string whole) => $"div({part} * 1e18, nullif({whole}, 0))";
}
