using System.Reflection;
using Indexer.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Indexer.Migrations.Tests;

public sealed class SchemaTests
{
    private static string FullSchemaPath { get; } =
        typeof(SchemaTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "FullSchema")
            .Value!;

    /// <summary>The views as the migrations left them, those that others read first.</summary>
    private const string Views = """
        select E'\ncreate view ' || relname || E' as\n' || pg_get_viewdef(oid, true)
          || E'\ncomment on view ' || relname || ' is ' || quote_literal(obj_description(oid)) || E';\n'
        from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace order by oid
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_lead_to_the_model()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Schema.EnsureAsync(database.DataSource, Cancellation);
        await using var context = Schema.CreateContext(database.DataSource);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Starts_at_the_same_time_make_one_schema()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Schema.EnsureAsync(database.DataSource, Cancellation)));

        Assert.True(await Schema.IsCurrentAsync(database.DataSource, Cancellation));
    }

    [Fact]
    public async Task A_start_that_ends_early_leaves_nothing_behind()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var connection = await database.DataSource.OpenConnectionAsync(Cancellation))
        {
            // The last table of the first migrations is in the way, so that making the schema fails when most of it is made.
            await using var command = new NpgsqlCommand("create table job (id int)", connection);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await Assert.ThrowsAsync<PostgresException>(() => Schema.EnsureAsync(database.DataSource, Cancellation));
        await using var tables = database.DataSource.CreateCommand(
            "select string_agg(tablename, ',') from pg_tables where schemaname = 'public'"
        );
        Assert.Equal("job", await tables.ExecuteScalarAsync(Cancellation));
        await using var drop = database.DataSource.CreateCommand("drop table job");
        await drop.ExecuteNonQueryAsync(Cancellation);
        await Schema.EnsureAsync(database.DataSource, Cancellation);
        Assert.True(await Schema.IsCurrentAsync(database.DataSource, Cancellation));
    }

    [Fact]
    public async Task The_schema_for_readers_is_the_one_of_the_model()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Schema.EnsureAsync(database.DataSource, Cancellation);
        await using var context = Schema.CreateContext(database.DataSource);
        var tables = context.Database.GenerateCreateScript().ReplaceLineEndings("\n");
        var script = tables + string.Concat(await database.DataSource.LinesAsync(Views));
        if (Environment.GetEnvironmentVariable("REWRITE_SCHEMA") is not null)
        {
            await File.WriteAllTextAsync(FullSchemaPath, script, Cancellation);
        }

        Assert.True(
            script == await File.ReadAllTextAsync(FullSchemaPath, Cancellation),
            "migrations/FullSchema.sql differs from the model. Rewrite it: REWRITE_SCHEMA=1 dotnet test tests/Indexer.Migrations.Tests"
        );
    }

    [Fact]
    public async Task Every_table_and_column_says_what_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Schema.EnsureAsync(database.DataSource, Cancellation);
        await using var command = database.DataSource.CreateCommand(
            """
            select t.relname || coalesce('.' || a.attname, '')
            from pg_class t
            join pg_attribute a on a.attrelid = t.oid and a.attnum >= 0 and not a.attisdropped
            where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> '__EFMigrationsHistory'
              and (col_description(t.oid, a.attnum) is null or obj_description(t.oid) is null)
            """
        );
        Assert.Null(await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task A_schema_of_a_newer_version_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Schema.EnsureAsync(database.DataSource, Cancellation);
        await using (
            var command = database.DataSource.CreateCommand(
                "insert into \"__EFMigrationsHistory\" values ('29990101000000_Later', '99')"
            )
        )
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var exception = await Assert.ThrowsAsync<SchemaVersionException>(() =>
            Schema.EnsureAsync(database.DataSource, Cancellation)
        );
        Assert.Contains("newer than this program", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Schema.EnsureAsync(database.DataSource, Cancellation);
        await Schema.EnsureAsync(database.DataSource, Cancellation);
    }
}
