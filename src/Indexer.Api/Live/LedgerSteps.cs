using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Live;

/// <summary>
/// The ledger rows that each step of the index concerns, whenever they are asked for: what a later reorganisation took
/// back is read from where it was put, so that a client that comes back is told the same as one that stayed.
/// </summary>
internal static class LedgerSteps
{
    /// <summary>A sub-query with the columns of a ledger table, and the number and kind of the step.</summary>
    public static string Sql<TRow>(ProductTypes types, EntityMap<TRow> ledger)
        where TRow : LedgerRow
    {
        var (step, later, between) = (
            types.BlockChange.Map.As("step"),
            types.BlockChange.Map.As("later"),
            types.BlockChange.Map.As("between_them")
        );
        var (row, kept) = (ledger.As("entry"), types.RetractedRows.As("kept"));
        var columns = $"{step[change => change.Sequence]}, {step[change => change.Op]}, entry.*";
        var was = $"cross join lateral jsonb_populate_record(null::\"{ledger.Table}\", {kept[item => item.Row]}) entry";
        var isHere = $"{kept[item => item.Table]} = '{ledger.Table}'";
        return $"""
            (select {columns} from {step.From}
              join {row.From} on {row[entry => entry.Network]} = {step[change => change.Network]} and {Holds(
                step,
                row[entry => entry.Height]
            )}
              where {Is(step, ChangeOp.Finalized)}
              or ({Is(step, ChangeOp.Added)} and not exists (select from {later.From} where {Takes(
                later,
                step,
                row[entry => entry.Height]
            )}))
             union all
             select {columns} from {step.From}
              join {kept.From} on {kept[item => item.Sequence]} = {step[change => change.Sequence]} and {isHere} {was}
              where {Is(step, ChangeOp.Retracted)}
             union all
             select {columns} from {step.From}
              join {later.From} on {later[change => change.Network]} = {step[change => change.Network]} and {Is(
                later,
                ChangeOp.Retracted
            )}
               and {later[change => change.Sequence]} > {step[change => change.Sequence]}
              join {kept.From} on {kept[item => item.Sequence]} = {later[
                change => change.Sequence
            ]} and {isHere} and {Holds(step, kept[item => item.Height])} {was}
              where {Is(step, ChangeOp.Added)} and not exists (select from {between.From}
               where {Takes(between, step, kept[item => item.Height])} and {between[
                change => change.Sequence
            ]} < {later[change => change.Sequence]}))
            """;
    }

    private static string Is(RowOf<IndexChange> step, ChangeOp op) =>
        $"{step[change => change.Op]} = '{EnumText.Of(op)}'";

    private static string Holds(RowOf<IndexChange> step, string height) =>
        $"{height} between {step[change => change.FromHeight]} and {step[change => change.ToHeight]}";

    /// <summary>A retraction, after a step, of a height.</summary>
    private static string Takes(RowOf<IndexChange> later, RowOf<IndexChange> step, string height) =>
        $"{later[change => change.Network]} = {step[change => change.Network]} and {Is(later, ChangeOp.Retracted)} and {later[change => change.Sequence]} > {step[change => change.Sequence]} and {later[change => change.FromHeight]} <= {height}";
}
