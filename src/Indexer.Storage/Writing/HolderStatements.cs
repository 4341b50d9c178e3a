using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Storage;

/// <summary>
/// Keeps <see cref="HolderAccount"/>: the connected components of accounts and of the account links that merge. They follow from the
/// rows alone, whatever came first, so that a revert splits a holder into just those that it was made of. Networks commit at the same time, and each can bring one half of a link, so this part of their transactions takes turns.
/// </summary>
internal static class HolderStatements
{
    private const string TakeTurns = "select pg_advisory_xact_lock(hashtext('holder_account'))";

    private const string Dissolve = """
        delete from holder_account where holder in (
            select h.holder from holder_account h where h.address in (
                select address from account where network = $1 and height > $2
                union
                select account from account_link where network = $1 and height > $2
            )
        ) returning address
        """;

    /// <summary>Whether a link makes a holder of its sides.</summary>
    private const string Merges =
        "l.not_merged is null and not exists (select from account_label b where b.address = l.account)";

    private const string Relink = $"""
        with recursive component(seed, address) as (
            select distinct address, address from account where address = any ($1)
            union
            select c.seed, next.address from component c
            join lateral (
                select l.claim_user from account_link l
                where length(c.address) = 20 and l.account = c.address and {Merges}
                union
                select substring(c.address from 1 for 20) where length(c.address) = 32
            ) via on true
            join lateral (
                select l.account as address from account_link l
                where l.claim_user = via.claim_user and {Merges}
                union
                select a.address from account a where a.claim_user = via.claim_user and length(a.address) = 32
            ) next on true
        ),
        first_link as (
            select distinct on (c.seed) c.seed, l.claim_user from component c
            join account_link l on l.account = c.address and {Merges}
            order by c.seed, l.time, l.network, l.height, l.index, l.ordinal
        ),
        holder as (
            select distinct on (c.seed) c.seed, c.address,
                coalesce(f.claim_user, substring(c.address from 1 for 20)) as id
            from component c left join first_link f using (seed)
            order by c.seed, substring(c.address from 1 for 20) is not distinct from f.claim_user desc,
                length(c.address) desc, c.address
        )
        insert into holder_account as h (address, holder, holder_id, display)
        select distinct component.address, holder.address, holder.id, coalesce(known.display, given.display)
        from component join holder using (seed)
        left join holder_account known on known.address = component.address
        left join unnest($1, $2) as given (address, display) on given.address = component.address
        on conflict (address) do update set holder = excluded.holder, holder_id = excluded.holder_id
            where (h.holder, h.holder_id) <> (excluded.holder, excluded.holder_id)
        """;

    /// <summary>Gives new accounts their holder, and joins the holders that new links connect.</summary>
    public static async Task LinkAsync(
        NpgsqlConnection connection,
        NetworkLedger ledger,
        Func<AccountId, string> display,
        CancellationToken cancellationToken
    )
    {
        var seeds = ledger.Accounts.Select(account => account.Address).ToHashSet();
        seeds.UnionWith(
            ledger.Rows.OfType<AccountLink>().Where(link => link.NotMerged is null).Select(link => link.Account)
        );
        await RelinkAsync(connection, seeds, display, cancellationToken);
    }

    /// <summary>Dissolves the holders that a revert will touch.</summary>
    /// <returns>The addresses that belonged to them.</returns>
    public static async Task<IReadOnlyCollection<AccountId>> DissolveAboveAsync(
        NpgsqlConnection connection,
        string network,
        long forkHeight,
        CancellationToken cancellationToken
    )
    {
        await TakeTurnsAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(Dissolve, connection);
        command.Parameters.AddWithValue(network);
        command.Parameters.AddWithValue(forkHeight);
        var members = new List<AccountId>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            members.Add(new AccountId(await reader.GetFieldValueAsync<byte[]>(0, cancellationToken)));
        }

        return members;
    }

    /// <summary>Forms the holders of the given addresses anew; addresses that no longer exist are passed over.</summary>
    public static async Task RelinkAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<AccountId> addresses,
        Func<AccountId, string> display,
        CancellationToken cancellationToken
    )
    {
        if (addresses.Count == 0)
        {
            return;
        }

        await TakeTurnsAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(Relink, connection);
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            addresses.Select(address => address.ToArray()).ToArray()
        );
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Text, addresses.Select(display).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Waits until no other transaction forms holders.</summary>
    public static async Task TakeTurnsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TakeTurns, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
