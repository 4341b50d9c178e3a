using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>How programs learn of new <see cref="IndexChange"/> rows, and how old ones are forgotten.</summary>
public static class ChangeFeed
{
    /// <summary>The channel of NOTIFY: each commit that wrote steps sends the number of the last one.</summary>
    public const string Channel = "index_change";

    private const int Batch = 10_000;

    private const string Forget = """
        delete from index_change where sequence in (
          select sequence from index_change where committed_at < now() - $1 order by committed_at limit $2)
        """;

    /// <summary>How long steps are kept at least for those who come back.</summary>
    public static TimeSpan Retention { get; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Forgets the steps that are older than <see cref="Retention"/>, with the rows they retracted: many short
    /// transactions, so that no commit waits for it.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellationToken">Ends between two transactions, or in the middle of one, which is rolled back.</param>
    /// <returns>How many steps were forgotten.</returns>
    public static async Task<long> ForgetAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var total = 0L;
        while (true)
        {
            await using var command = new NpgsqlCommand(Forget, connection);
            command.Parameters.AddWithValue(Retention);
            command.Parameters.AddWithValue(Batch);
            var forgotten = await command.ExecuteNonQueryAsync(cancellationToken);
            total += forgotten;
            if (forgotten < Batch)
            {
                return total;
            }
        }
    }
}
