namespace Indexer.Simulator.Scale;

/// <summary>The governance pallets of the first layout: those that know proposals by hash, as they were at the beginning.</summary>
internal static class FirstPallets
{
    /// <summary>The pallets.</summary>
    /// <param name="terms">The periods and deposits.</param>
    /// <param name="isLater">Spec 1080 rather than 1: batches tell of their items and go on after failures, and there are tips.</param>
    public static IEnumerable<PalletTable> Of(GovernanceTerms terms, bool isLater) =>
        GovernancePallets
            .Of(terms, bounded: false)
            .Where(pallet => pallet.Name is not ("Preimage" or "ChildBounties") && (isLater || pallet.Name != "Tips"))
            .Select(pallet => At(pallet, isLater));

    private static PalletTable At(PalletTable pallet, bool isLater) =>
        pallet.Name switch
        {
            "Utility" => pallet with
            {
                Events = isLater ? FirstTables.UtilityEvents1080 : FirstTables.UtilityEvents1,
                Calls = isLater ? FirstTables.UtilityCalls1080 : FirstTables.UtilityCalls1,
                Errors = "",
            },
            "Proxy" => pallet with { Events = FirstTables.ProxyEvents, Calls = FirstTables.ProxyCalls },
            "Scheduler" => pallet with { Events = FirstTables.SchedulerEvents },
            "Democracy" => pallet with { Events = FirstTables.DemocracyEvents, Calls = FirstTables.DemocracyCalls },
            "Treasury" => pallet with { Events = FirstTables.TreasuryEvents, Calls = FirstTables.TreasuryCalls },
            "PhragmenElection" => pallet with { Calls = FirstTables.ElectionCalls },
            "Tips" => pallet with { Calls = FirstTables.TipsCalls },
            _ => pallet,
        };
}
