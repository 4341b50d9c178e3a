using Indexer.Api.Model;
using Indexer.Domain;

namespace Indexer.Api.Governance;

/// <summary>The ledger rows about proposals: their course, how they lead to each other, and what was compared.</summary>
internal static class ProposalHistoryFields
{
    public static void Add(ProductTypes types)
    {
        AddEvent(types);
        AddLink(types);
        AddReconciliation(types);
    }

    /// <summary>The system of the proposal that a ledger row is about. Rows that a reorganisation took back are told
    /// too, when the proposal may be gone with them; then it is read from where it was put.</summary>
    public static void AddSystem<TRow>(
        ProductTypes types,
        ObjectMap<TRow> entry,
        Func<RowOf<TRow>, string> network,
        Func<RowOf<TRow>, string> id
    )
        where TRow : LedgerRow
    {
        var facts = types.Governance.Proposals;
        var (made, kept) = (facts.As("made"), types.RetractedRows.As("kept"));
        var system = facts.Column(row => row.System);
        entry
            .Type.Computed(
                "system",
                types.Scalars.TypeOf(facts.Property(row => row.System)),
                row =>
                {
                    var mine = entry.Map.Of(row);
                    return $"""
                        coalesce(
                         (select {made[fact => fact.System]} from {made.From}
                          where {made[fact => fact.Network]} = {network(mine)} and {made[fact => fact.Id]} = {id(
                            mine
                        )}),
                         (select {kept[item => item.Row]} ->> '{system}' from {kept.From}
                          where {kept[item => item.Table]} = '{facts.Table}'
                          and {kept[item => item.Row]} ->> '{facts.Column(fact => fact.Network)}' = {network(mine)}
                          and {kept[item => item.Row]} ->> '{facts.Column(fact => fact.Id)}' = {id(mine)} limit 1))
                        """;
                },
                "The governance system of the proposal."
            )
            .Filterable();
    }

    private static void AddEvent(ProductTypes types)
    {
        var entry = types.Governance.Event;
        LedgerRowFields.AddPlace(types, entry, isOfSpaces: true);
        entry.Add(row => row.ProposalId);
        AddSystem(types, entry, row => row[item => item.Network], row => row[item => item.ProposalId]);
        entry.Add(row => row.Kind);
        entry.Add(row => row.Status);
        entry.Add(row => row.Account, "address");
        entry.Add(row => row.Amount);
        entry.Add(row => row.Error).NotGroupable();
        ProposalFields.AddTo(types, entry, row => row.Network, row => row.ProposalId);
        LedgerRowFields.AddAccount(types, entry, row => row.Account, required: false);
    }

    private static void AddLink(ProductTypes types)
    {
        var link = types.Governance.Link;
        LedgerRowFields.AddPlace(types, link, isOfSpaces: true);
        link.Add(row => row.Kind);
        link.Add(row => row.ProposalId);
        link.Add(row => row.TargetId, "targetProposalId");
        ProposalFields.AddTo(types, link, row => row.Network, row => row.ProposalId);
        ProposalFields.AddTo(
            types,
            link,
            row => row.Network,
            row => row.TargetId,
            "target",
            "The proposal that it leads to or acts upon; null when read as of a time before it existed."
        );
    }

    private static void AddReconciliation(ProductTypes types)
    {
        var check = types.Governance.Reconciliation;
        LedgerRowFields.AddPlace(types, check, isOfSpaces: true);
        check.Add(row => row.ProposalId);
        check.Add(row => row.Check);
        check.Add(row => row.Choice);
        check.Add(row => row.Source);
        check.Add(row => row.Stated, scalar: types.Scalars.Decimal);
        check.Add(row => row.Found, scalar: types.Scalars.Decimal);
        check.Add(row => row.Difference, scalar: types.Scalars.Decimal);
        check.Type.WithoutSums();
        check.Add(row => row.Reason);
        ProposalFields.AddTo(types, check, row => row.Network, row => row.ProposalId);
    }
}
