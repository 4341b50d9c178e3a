using Indexer.GraphQL.Planning;

namespace Indexer.GraphQL.Http.Tests;

public sealed class PaceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(5);
    private readonly Pace pace = new();

    [Fact]
    public void What_never_ran_is_not_quick() => Assert.False(pace.IsQuick(Limit));

    [Fact]
    public void What_usually_is_quick_stays_so_after_one_hiccup_and_not_after_many()
    {
        Take(1, times: 20);
        Assert.True(pace.IsQuick(Limit));
        Take(50, times: 1);
        Assert.True(pace.IsQuick(Limit));
        Take(50, times: 1);
        Assert.False(pace.IsQuick(Limit));
        Take(1, times: 100);
        Assert.True(pace.IsQuick(Limit));
    }

    [Fact]
    public void What_answers_much_is_not_quick()
    {
        pace.Took(Limit, Pace.LargeAnswer + 1);
        Assert.False(pace.IsQuick(Limit));
        pace.Took(Limit, Pace.LargeAnswer);
        Assert.True(pace.IsQuick(Limit));
    }

    private void Take(int milliseconds, int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            pace.Took(TimeSpan.FromMilliseconds(milliseconds), bytes: 100);
        }
    }
}
