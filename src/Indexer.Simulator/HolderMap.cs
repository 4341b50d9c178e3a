namespace Indexer.Simulator;

/// <summary>Joins accounts that share a receiver.</summary>
internal static class HolderMap
{
    public static IReadOnlyList<TrueHolder> Of(
        IEnumerable<SnapshotEntry> khala,
        IEnumerable<SnapshotEntry> phala,
        IReadOnlyList<ClaimBook> claims
    )
    {
        var groups = khala
            .Concat(phala)
            .Select(entry => entry.Account)
            .Distinct()
            .Select(account => (Accounts: new HashSet<AccountId> { account }, Receivers: new HashSet<EvmAddress>()))
            .ToList();
        foreach (var claim in claims)
        {
            EvmAddress[] receivers = claim.L2Receiver is { } second ? [claim.L1Receiver, second] : [claim.L1Receiver];
            var joined = groups
                .Where(group => group.Accounts.Contains(claim.Account) || group.Receivers.Overlaps(receivers))
                .ToList();
            joined[0].Receivers.UnionWith(receivers);
            foreach (var other in joined.Skip(1))
            {
                joined[0].Accounts.UnionWith(other.Accounts);
                joined[0].Receivers.UnionWith(other.Receivers);
                groups.Remove(other);
            }
        }
        return
        [
            .. groups
                .Select(group => new TrueHolder(
                    [.. group.Accounts.Order()],
                    [.. group.Receivers.OrderBy(receiver => receiver.Hex, StringComparer.Ordinal)]
                ))
                .OrderBy(holder => holder.Accounts[0]),
        ];
    }
}
