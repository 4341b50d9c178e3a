using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Indexer.Addresses;
using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.GraphQL.Bench;

/// <summary>25,000 Substrate accounts, and 15,000 EVM accounts that belong to the same holders by their claims.</summary>
internal static class BenchAccounts
{
    private const int Substrate = 25_000;
    private const int Evm = 15_000;

    /// <summary>Fills the table of addresses, whose text only the program can make, and a list of them for the seed.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection)
    {
        await using var create = new NpgsqlCommand(
            "create temporary table bench_account (number int, address bytea, holder bytea, display text)",
            connection
        );
        await create.ExecuteNonQueryAsync();
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                "copy bench_account (number, address, holder, display) from stdin (format binary)"
            )
        )
        {
            for (var number = 0; number < Substrate; number++)
            {
                var holder = Bytes($"account {number}");
                await WriteAsync(copy, number, holder, holder);
                if (number < Evm)
                {
                    await WriteAsync(copy, number, Bytes($"evm {number}")[..AccountId.EvmLength], holder);
                }
            }

            await copy.CompleteAsync();
        }

        await using var fill = new NpgsqlCommand(
            """
            insert into holder_account (address, holder, holder_id, display)
            select address, holder, substring(holder from 1 for 20), display from bench_account;
            create index on bench_account (number);
            analyze bench_account;
            """,
            connection
        );
        await fill.ExecuteNonQueryAsync();
    }

    private static byte[] Bytes(FormattableString text) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, int number, byte[] address, byte[] holder)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(number, NpgsqlDbType.Integer);
        await copy.WriteAsync(address, NpgsqlDbType.Bytea);
        await copy.WriteAsync(holder, NpgsqlDbType.Bytea);
        await copy.WriteAsync(AccountText.Format(new AccountId(address)), NpgsqlDbType.Text);
    }
}
