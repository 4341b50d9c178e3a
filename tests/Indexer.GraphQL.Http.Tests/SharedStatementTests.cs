using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Http.Tests;

public sealed class SharedStatementTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(20);
    private readonly ManualClock clock = new();
    private readonly Pace alone = new();
    private readonly SharedStatement shared = SharedStatement.Of("select $1::text", [Parameter(SqlType.Text)])!;

    public SharedStatementTests() => alone.Took(Quick, bytes: 100);

    [Fact]
    public void Its_text_reads_every_parameter_from_a_column_and_leaves_quotes_alone()
    {
        var parameters = Enumerable
            .Repeat(Parameter(SqlType.BigInt), 10)
            .Append(Parameter(SqlType.TimestampTz))
            .ToList();
        var statement = SharedStatement.Of("select ('$1' || \"a$2'\" || 'it''s $1', $1, $11 + $2)::text", parameters)!;

        Assert.StartsWith(
            "select ('$1' || \"a$2'\" || 'it''s $1', asked.p1, asked.p11 + asked.p2)::text from unnest((select $1::bigint[]), ",
            statement.Sql,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ", (select $10::bigint[]), (select $11::timestamptz[])) as asked(p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11)",
            statement.Sql,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void There_is_none_without_values_or_with_lists_of_them()
    {
        Assert.Null(SharedStatement.Of("select now()::text", []));
        Assert.Null(SharedStatement.Of("select $1::text", [Parameter(SqlType.Text) with { IsArray = true }]));
    }

    [Fact]
    public void One_that_is_slower_again_and_again_is_not_used_for_a_while()
    {
        Take(Slow, times: 31);
        Take(Quick, times: 1);
        Take(Slow, times: 31);
        Assert.True(shared.IsQuicker(clock));

        Take(Slow, times: 1);
        Assert.False(shared.IsQuicker(clock));
        clock.Advance(SharedStatement.Pause - Quick);
        Assert.False(shared.IsQuicker(clock));
        clock.Advance(Quick);
        Assert.True(shared.IsQuicker(clock));
    }

    [Fact]
    public void One_that_failed_is_not_used_for_a_while()
    {
        shared.StopSharing(clock);
        Assert.False(shared.IsQuicker(clock));
        clock.Advance(SharedStatement.Pause);
        Assert.True(shared.IsQuicker(clock));
    }

    private static Parameter Parameter(SqlType type) => new(type, IsArray: false, _ => null);

    private void Take(TimeSpan taken, int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            shared.Took(taken, alone, clock);
        }
    }
}
