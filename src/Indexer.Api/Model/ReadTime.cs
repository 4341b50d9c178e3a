using Indexer.GraphQL.Types;

namespace Indexer.Api.Model;

/// <summary>The point in time at which rows are read, for what is no version of a row.</summary>
internal static class ReadTime
{
    /// <summary>Its time, at most how far the network is indexed.</summary>
    /// <param name="types">All types.</param>
    /// <param name="row">A row that is read at it.</param>
    /// <param name="network">SQL for the name of the network.</param>
    public static string Of(ProductTypes types, SqlRow row, string network)
    {
        var (cursor, block) = (types.Cursors.As("reached"), types.Block.Map.As("last_block"));
        string Reached(string column) =>
            $"(select {column} from {cursor.From} where {cursor[at => at.Network]} = {network})";
        string TimeAt(string height) =>
            $"(select {block[at => at.Time]} from {block.From} where {block[at => at.Network]} = {network} and {block[at => at.Height]} <= {height} order by {block[at => at.Height]} desc limit 1)";
        return row.PointIn(types.AsOf) switch
        {
            null => Reached(cursor[at => at.Time]),
            (PointInTime.Height, var height) => TimeAt(height),
            (PointInTime.Finalized, var finalized) =>
                $"(case when {finalized} then {TimeAt(Reached(cursor[at => at.FinalizedHeight]))} else {Reached(cursor[at => at.Time])} end)",
            var (_, time) => $"least({time}, {Reached(cursor[at => at.Time])})",
        };
    }

    /// <summary>Its height on a network; SQL null where the last indexed block is read.</summary>
    /// <param name="types">All types.</param>
    /// <param name="row">A row that is read at it.</param>
    /// <param name="network">SQL for the name of the network.</param>
    public static string? HeightOf(ProductTypes types, SqlRow row, string network)
    {
        var (status, block) = (types.IngestionStatus.Map.As("known"), types.Block.Map.As("reached_block"));
        return row.PointIn(types.AsOf) switch
        {
            null => null,
            (PointInTime.Height, var height) => height,
            (PointInTime.Finalized, var finalized) =>
                $"(case when {finalized} then (select {status[at => at.FinalizedHeight]} from {status.From} where {status[at => at.Network]} = {network}) else {long.MaxValue} end)",
            var (_, time) =>
                $"(select {block[at => at.Height]} from {block.From} where {block[at => at.Network]} = {network} and {block[at => at.Time]} <= {time} order by {block[at => at.Time]} desc, {block[at => at.Height]} desc limit 1)",
        };
    }
}
