namespace Indexer.Exports.Sql;

/// <summary>
/// Claims, votes and activity in SQL, part after part: what came before the period, the entries of it in a total order, what was there after it.
/// The period is from $2 on and before $3.
/// </summary>
internal static class EntrySql
{
    /// <summary>Claims by or for addresses ($1).</summary>
    public const string ClaimsOfHolder =
        "(receiver = any ($1) or l2_receiver = any ($1) or claim_user = any (array(select substring(member from 1 for 20) from unnest($1::bytea[]) member where length(member) = 32)))";

    /// <summary>Claims on a network, or of the assets of one ($1).</summary>
    public const string ClaimsOfNetwork = "(network = $1 or lower(kind) = $1)";

    /// <summary>Votes of addresses ($1).</summary>
    public const string VotesOfHolder = "voter = any ($1)";

    /// <summary>Votes on a network ($1).</summary>
    public const string VotesOfNetwork = "network = $1";

    private const string VoteTime = "coalesce(source_time, time)";

    /// <summary>The columns of <c>export claims</c>; the balance is what was claimed so far, in PHA.</summary>
    /// <param name="which">Which claims.</param>
    public static IReadOnlyList<string> Claims(string which) =>
        Parts(
            "claim",
            which,
            "time",
            "free + coalesce(staked_value, 0)",
            """
            kind, free + coalesce(staked_value, 0), time, network, height, index, ordinal, transaction,
             coalesce((select account.address from account where account.claim_user = claim.claim_user and length(account.address) = 32 order by account.address limit 1), claim_user),
             receiver, l2_receiver, free, staked_shares, staked_value, by_admin::text
            """,
            "time, network, height, index, ordinal",
            12
        );

    /// <summary>The columns of <c>export votes</c>; the balance counts the votes.</summary>
    /// <param name="which">Which votes.</param>
    public static IReadOnlyList<string> Votes(string which) =>
        Parts(
            "vote_event",
            which,
            VoteTime,
            "1",
            $"""
            action, 1::numeric, {VoteTime}, network, height, index, ordinal, transaction, proposal_id, voter, kind, choice, selection::text,
             conviction, balance, ayes, nays, abstains, others, delegated_weight
            """,
            $"{VoteTime}, network, height, index, ordinal",
            17
        );

    /// <summary>The columns of <c>export activity</c>; the balance counts the entries.</summary>
    /// <param name="from">The entries, a FROM item without alias.</param>
    public static IReadOnlyList<string> Activity(string from) =>
        Parts(
            $"{from} entry",
            "activity_kind is not null",
            "time",
            "1",
            """
            activity_kind, 1::numeric, time, network, height, index, ordinal, transaction, direction, address, counterparty, pool_id,
             proposal_id, amount, shares
            """,
            "time, network, height, index, ordinal, activity_kind, address, direction, counterparty, amount, shares",
            12
        );

    private static IReadOnlyList<string> Parts(
        string table,
        string which,
        string time,
        string effect,
        string columns,
        string order,
        int others
    )
    {
        var rest = string.Concat(Enumerable.Repeat(", null", others));
        return
        [
            $"select 'OPENING', coalesce(sum({effect}), 0)::numeric, nullif($2::timestamptz, '-infinity'){rest} from {table} where {which} and {time} < $2",
            $"select {columns} from {table} where {which} and {time} >= $2 and {time} < $3 order by {order}",
            $"select 'CLOSING', coalesce(sum({effect}), 0)::numeric, $3::timestamptz{rest} from {table} where {which} and {time} < $3",
        ];
    }
}
