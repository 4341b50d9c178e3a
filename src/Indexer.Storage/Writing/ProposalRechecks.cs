using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// The settled proposals that are looked at again (<see cref="ProposalRecheck"/>): what a job marks, the ingestion of the
/// space looks at. Marks are not part of the ledger, and only the ingestion writes what a look finds.
/// </summary>
public static class ProposalRechecks
{
    private const string Mark = """
        insert into proposal_recheck (network, proposal_id, marked_at)
        select network, proposal_id, now()
        from (
          select s.network, s.proposal_id,
            row_number() over (partition by s.network order by r.checked_at nulls first, s.end_time desc, s.proposal_id) as turn
          from network n
          join proposal_state s on s.network = n.name and s.to_height is null and s.status = 'CLOSED' and s.scores_final
          left join proposal_recheck r on r.network = s.network and r.proposal_id = s.proposal_id
          where n.kind = 'SNAPSHOT' and (r.network is null or r.checked_at >= r.marked_at)) settled
        where turn <= $1
        on conflict (network, proposal_id) do update set marked_at = excluded.marked_at
        """;

    private const string Due = """
        select proposal_id from proposal_recheck
        where network = $1 and (checked_at is null or checked_at < marked_at)
        order by marked_at, proposal_id
        """;

    private const string Done = """
        update proposal_recheck set checked_at = now() where network = $1 and proposal_id = $2
        """;

    /// <summary>
    /// Marks settled proposals: of each space those that were looked at longest ago and are not marked already.
    /// Whatever is marked twice is looked at once.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="most">Most of one space.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were marked.</returns>
    public static async Task<int> MarkAsync(NpgsqlConnection connection, int most, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Mark, connection);
        command.Parameters.AddWithValue(most);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The proposals of a network at which a look is due, the longest waiting first.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Their ids (<see cref="Proposal.Id"/>).</returns>
    public static async Task<IReadOnlyList<string>> DueAsync(
        NpgsqlDataSource dataSource,
        string network,
        CancellationToken cancellationToken
    )
    {
        await using var command = dataSource.CreateCommand(Due);
        command.Parameters.AddWithValue(network);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(reader.GetString(0));
        }

        return due;
    }

    /// <summary>Notes that a marked proposal was looked at, and that what was found is committed.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="proposalId">Id of the proposal.</param>
    /// <param name="cancellationToken">Gives up; the look is then repeated.</param>
    public static async Task DoneAsync(
        NpgsqlDataSource dataSource,
        string network,
        string proposalId,
        CancellationToken cancellationToken
    )
    {
        await using var command = dataSource.CreateCommand(Done);
        command.Parameters.AddWithValue(network);
        command.Parameters.AddWithValue(proposalId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
