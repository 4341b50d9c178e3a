using Indexer.TestKit;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Indexer.Migrations.Tests;

/// <summary>Holders that were indexed before they had ids.</summary>
public sealed class AccountLifeTests
{
    private const string Before = "Jobs";

    /// <summary>
    /// Two Substrate accounts, of which the larger one claimed first, with two receivers, the first holder by the smaller account; and an
    /// EVM account of its own.
    /// </summary>
    private const string Indexed = """
        insert into account_link (network, height, index, ordinal, claim_user, account, kind, time) values
          ('ethereum', 5, 0, 0, '\x0202020202020202020202020202020202020202', '\x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a', 'KHALA_CLAIM', '2025-01-01'),
          ('ethereum', 6, 0, 0, '\x0101010101010101010101010101010101010101', '\x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a', 'KHALA_CLAIM', '2025-01-02');
        insert into holder_account (address, holder, display)
          select address, '\x0101010101010101010101010101010101010101010101010101010101010101'::bytea, 'a' from (values
            ('\x0101010101010101010101010101010101010101010101010101010101010101'::bytea),
            ('\x0202020202020202020202020202020202020202020202020202020202020202'),
            ('\x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a')) v(address)
          union all select '\x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b'::bytea, '\x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b'::bytea, 'b'
        """;

    [Fact]
    public async Task They_get_the_id_of_their_first_claim()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync();
        await using var context = Schema.CreateContext(database.DataSource);
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync(Before, stop);
        await using (var insert = database.DataSource.CreateCommand(Indexed))
        {
            await insert.ExecuteNonQueryAsync(stop);
        }

        await migrator.MigrateAsync(cancellationToken: stop);
        await using var read = database.DataSource.CreateCommand(
            """
            select string_agg(concat_ws(' ', encode(substring(address from 1 for 2), 'hex'), encode(substring(holder from 1 for 2), 'hex'),
              length(holder), encode(substring(holder_id from 1 for 2), 'hex'), length(holder_id)), ', ' order by address) from holder_account
            """
        );
        Assert.Equal(
            "0101 0202 32 0202 20, 0202 0202 32 0202 20, 0a0a 0202 32 0202 20, 0b0b 0b0b 20 0b0b 20",
            await read.ExecuteScalarAsync(stop)
        );

        await migrator.MigrateAsync(Before, stop);
        await using var columns = database.DataSource.CreateCommand(
            "select count(*)::int from information_schema.columns where column_name in ('holder_id', 'not_merged', 'by_admin')"
        );
        Assert.Equal(0, await columns.ExecuteScalarAsync(stop));
    }
}
