using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Storage;

/// <summary>Keeps <see cref="AccountLabel"/> as it is configured.</summary>
internal static class LabelStatements
{
    private const NpgsqlDbType Bytes = NpgsqlDbType.Array | NpgsqlDbType.Bytea;

    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    private const string Replace = """
        with given as (
          select $1::text as network, address, name, kind from unnest($2, $3, $4) as given (address, name, kind)),
        gone as (
          delete from account_label known where network = $1
            and not exists (select from given where given.address = known.address)
          returning address),
        come as (
          insert into account_label as known (network, address, name, kind)
          select network, address, name, kind from given
          on conflict (address, network) do update set name = excluded.name, kind = excluded.kind
            where (known.name, known.kind) <> (excluded.name, excluded.kind)
          returning address)
        select address from gone union select address from come
        """;

    private const string Concerned = """
        select distinct member.address from holder_account labelled
        join holder_account member on member.holder = labelled.holder
        where labelled.address = any ($1)
        """;

    /// <summary>Replaces the labels of a network.</summary>
    /// <returns>The accounts whose label came, went or changed.</returns>
    public static async Task<IReadOnlyCollection<AccountId>> ReplaceAsync(
        NpgsqlConnection connection,
        string network,
        IReadOnlyList<AccountLabel> labels,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Replace, connection);
        command.Parameters.AddWithValue(network);
        command.Parameters.AddWithValue(Bytes, labels.Select(label => label.Address.ToArray()).ToArray());
        command.Parameters.AddWithValue(Texts, labels.Select(label => label.Name).ToArray());
        command.Parameters.AddWithValue(Texts, labels.Select(label => EnumText.Of(label.Kind)).ToArray());
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>All members of the holders that accounts belong to.</summary>
    public static async Task<IReadOnlyCollection<AccountId>> MembersAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<AccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Concerned, connection);
        command.Parameters.AddWithValue(Bytes, accounts.Select(account => account.ToArray()).ToArray());
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<List<AccountId>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var accounts = new List<AccountId>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new AccountId(await reader.GetFieldValueAsync<byte[]>(0, cancellationToken)));
        }

        return accounts;
    }
}
