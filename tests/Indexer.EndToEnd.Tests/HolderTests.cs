using Indexer.EndToEnd.Tests.Kit;

namespace Indexer.EndToEnd.Tests;

/// <summary>Who belongs together, against the people of the simulated world.</summary>
public sealed class HolderTests
{
    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Accounts_and_receivers_of_claims_are_the_holders_of_the_world(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        var known = (await index.LinesAsync("select distinct '0x' || encode(address, 'hex') from account")).ToHashSet(
            StringComparer.Ordinal
        );
        // An account that never had a stake is in no event; only the receivers of its claims are known.
        var holders = index
            .World.Holders.Select(holder =>
                holder
                    .Accounts.Select(account => account.Hex)
                    .Where(known.Contains)
                    .Concat(holder.Receivers.Select(receiver => receiver.Hex))
                    .ToList()
            )
            .Where(holder => holder.Count > 0)
            .ToList();
        var members = holders.SelectMany(holder => holder).ToHashSet(StringComparer.Ordinal);
        var indexed = await index.LinesAsync(
            "select string_agg('0x' || encode(address, 'hex'), ' ') from holder_account group by holder"
        );
        // Accounts of pallets and contracts belong to nobody else.
        var ofPeople = indexed
            .Select(line => line.Split(' '))
            .Where(holder => holder.Length > 1 || members.Contains(holder[0]));
        Assert.Equal(Lines(holders), Lines(ofPeople));
        Assert.Contains(holders, holder => holder.Count > 2);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_account_has_one_holder(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        Assert.Empty(
            await index.LinesAsync(
                """
                select '0x' || encode(address, 'hex')
                from (select distinct address from account) a full join holder_account h using (address)
                where a.address is null or h.address is null
                """
            )
        );
    }

    private static IEnumerable<string> Lines(IEnumerable<IEnumerable<string>> holders) =>
        holders.Select(holder => string.Join(' ', holder.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
}
