namespace Indexer.Snapshot.Tests;

/// <summary>What the index holds of a space, as lines like those of <see cref="ExpectedSpace"/>.</summary>
internal static class IndexedSpace
{
    private const string Sql = """
        select concat_ws('|', 'proposal', split_part(s.proposal_id, '/', 2), s.status, t.title, utf16_length(t.body), t.voting_type,
            s.ayes, s.nays, s.abstains, s.others, s.turnout, s.voters,
            case when s.is_flagged then 'flagged' else '' end, case when s.scores_final then 'final' else '' end,
            coalesce(s.quorum::text, ''), extract(epoch from s.start_time)::bigint, extract(epoch from s.end_time)::bigint)
        from proposal_state s
        join proposal_text t on t.proposal_id = s.proposal_id and t.from_height <= $1 and coalesce(t.to_height > $1, true)
        where s.from_height <= $1 and coalesce(s.to_height > $1, true)
        union all
        select concat_ws('|', 'vote', split_part(v.proposal_id, '/', 2), encode(v.voter, 'hex'), v.choice, v.selection,
            v.balance, v.weight_by_strategy, extract(epoch from v.cast_time)::bigint, v.native_id, coalesce(v.reason, ''))
        from vote v
        where v.from_height <= $1 and coalesce(v.to_height > $1, true)
        """;

    // PostgreSQL counts code points, .NET counts UTF-16 units.
    private static readonly string Query = Sql.Replace(
        "utf16_length(t.body)",
        "length(t.body) + length(regexp_replace(t.body, '[^\U00010000-\U0010FFFF]', '', 'g'))",
        StringComparison.Ordinal
    );

    /// <summary>Proposals and votes as of a height.</summary>
    public static async Task<List<string>> AtAsync(SpaceIndex index, long height)
    {
        var lines = await index.LinesAsync(Query, height);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
