using Indexer.Storage;

namespace Indexer.Snapshot.Tests;

/// <summary>Settled proposals, of which the hub's list tells nothing any more, and the marks of the job that wants them read again.</summary>
public sealed class RecheckTests
{
    [Fact]
    public async Task A_settled_proposal_is_read_again_when_it_is_marked_and_only_then()
    {
        await using var index = await SpaceIndex.CreateAsync(7);
        Assert.Null((await index.LookAsync(index.TheEnd)).Reason);
        var expected = new ExpectedSpace().After(index.Space.Books);
        // As if the hub had answered wrong when it was read.
        var wrong = await index.LinesAsync(
            """
            update proposal_text set title = 'Something else' where to_height is null and proposal_id = (
                select proposal_id from proposal_state
                where to_height is null and scores_final and status = 'CLOSED' limit 1)
            returning proposal_id
            """
        );
        Assert.Single(wrong);

        Assert.NotEqual(expected, await LookAsync(index));
        Assert.Equal(await SettledAsync(index), await MarkAsync(index, int.MaxValue));
        Assert.Equal(0, await MarkAsync(index, int.MaxValue));
        Assert.Equal(expected, await LookAsync(index));
        Assert.Empty(await DueAsync(index));
    }

    [Fact]
    public async Task Marks_go_round_among_the_settled_proposals_those_read_longest_ago_first()
    {
        await using var index = await SpaceIndex.CreateAsync(8);
        Assert.Null((await index.LookAsync(index.TheEnd)).Reason);
        var settled = await SettledAsync(index);
        var seen = new List<string>();
        while (seen.Count < settled)
        {
            Assert.InRange(await MarkAsync(index, 2), 1, 2);
            seen.AddRange(await DueAsync(index));
            await LookAsync(index);
        }

        Assert.Equal(settled, seen.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<List<string>> LookAsync(SpaceIndex index)
    {
        var outcome = await index.LookAsync(index.TheEnd);
        Assert.Null(outcome.Reason);
        return await IndexedSpace.AtAsync(index, outcome.Cursor!.Height);
    }

    private static Task<IReadOnlyList<string>> DueAsync(SpaceIndex index) =>
        ProposalRechecks.DueAsync(index.DataSource, "snapshot", TestContext.Current.CancellationToken);

    private static async Task<int> MarkAsync(SpaceIndex index, int most)
    {
        await using var connection = await index.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await ProposalRechecks.MarkAsync(connection, most, TestContext.Current.CancellationToken);
    }

    private static async Task<int> SettledAsync(SpaceIndex index) =>
        (
            await index.LinesAsync(
                "select proposal_id from proposal_state where to_height is null and status = 'CLOSED' and scores_final"
            )
        ).Count;
}
