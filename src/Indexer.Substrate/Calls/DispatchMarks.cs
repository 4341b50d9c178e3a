namespace Indexer.Substrate.Calls;

/// <summary>The events by which a block tells which calls it carried out, and how each ended.</summary>
internal static class DispatchMarks
{
    private static readonly HashSet<(string, string)> Events =
    [
        ("System", "ExtrinsicSuccess"),
        ("System", "ExtrinsicFailed"),
        ("Utility", "ItemCompleted"),
        ("Utility", "ItemFailed"),
        ("Utility", "BatchInterrupted"),
        ("Utility", "BatchCompleted"),
        ("Utility", "BatchCompletedWithErrors"),
        ("Utility", "DispatchedAs"),
        ("Proxy", "ProxyExecuted"),
        ("Multisig", "MultisigExecuted"),
        ("Sudo", "Sudid"),
        ("Sudo", "SudoAsDone"),
        ("Council", "Executed"),
        ("Council", "MemberExecuted"),
        ("TechnicalCommittee", "Executed"),
        ("TechnicalCommittee", "MemberExecuted"),
    ];

    /// <summary>Whether an event is one of them.</summary>
    internal static bool Contains(string pallet, string name) => Events.Contains((pallet, name));

    /// <summary>Whether the arguments of a call tell which marks belong to a motion that it closed.</summary>
    internal static bool Needs(string pallet, string call) =>
        pallet is "Council" or "TechnicalCommittee" && call is ("close" or "close_old_weight");
}
