namespace Indexer.Domain.Tests;

/// <summary>The list of state tables, from which the state is loaded, committed and reverted.</summary>
public sealed class StateTableListTests
{
    [Fact]
    public void Every_kind_of_state_has_its_table() =>
        Assert.Equal(
            typeof(StateRow)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(StateRow)) && !type.IsAbstract)
                .OrderBy(type => type.Name, StringComparer.Ordinal),
            new NetworkState("khala")
                .Tables.Select(table => table.RowType)
                .OrderBy(type => type.Name, StringComparer.Ordinal)
        );
}
