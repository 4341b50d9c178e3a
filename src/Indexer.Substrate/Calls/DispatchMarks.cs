using Indexer.Domain;
using Indexer.Substrate.Events;

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
        ("Multisig", "NewMultisig"),
        ("Multisig", "MultisigApproval"),
        ("Multisig", "MultisigExecuted"),
        ("Sudo", "Sudid"),
        ("Sudo", "SudoAsDone"),
        ("Council", "Closed"),
        ("Council", "Approved"),
        ("Council", "Executed"),
        ("Council", "MemberExecuted"),
        ("TechnicalCommittee", "Closed"),
        ("TechnicalCommittee", "Approved"),
        ("TechnicalCommittee", "Executed"),
        ("TechnicalCommittee", "MemberExecuted"),
        ("Democracy", "Executed"),
        ("Scheduler", "Dispatched"),
    ];

    /// <summary>Whether an event is one of them.</summary>
    internal static bool Contains(string pallet, string name) => Events.Contains((pallet, name));

    /// <summary>Whether the arguments of a call tell which marks belong to a stored call that it had carried out.</summary>
    internal static bool Needs(string pallet, string call) =>
        (pallet, call)
            is
                ("Council" or "TechnicalCommittee", "close" or "close_old_weight")
                or
                ("Multisig", "approve_as_multi")
                or
                ("Democracy", "enact_proposal");

    /// <summary>Whether a mark of a collective names the call of this hash.</summary>
    internal static bool IsOfMotion(SubstrateEvent mark, string pallet, string name, ReadOnlySpan<byte> hash) =>
        mark.Pallet == pallet && mark.Name == name && mark.Fields.Bytes(0).AsSpan().SequenceEqual(hash);

    /// <summary>
    /// Whether a mark names a multisig and the call of this hash: its last fields, before the result where there is one. An
    /// account that is not known (null) may be any.
    /// </summary>
    internal static bool IsOfMultisig(SubstrateEvent mark, string name, AccountId? account, ReadOnlySpan<byte> hash)
    {
        if (mark.Pallet != "Multisig" || mark.Name != name)
        {
            return false;
        }

        var place = mark.Fields.Count - (name == "MultisigExecuted" ? 2 : 1);
        return (account is null || mark.Fields.AccountId(place - 1) == account)
            && mark.Fields.Bytes(place).AsSpan().SequenceEqual(hash);
    }

    /// <summary>
    /// The first event that can be of a stored call: the one after the approval of its motion, or after the task before it.
    /// </summary>
    /// <param name="marks">The marks of the block.</param>
    /// <param name="end">The event that says the call was carried out.</param>
    internal static int FirstOfStored(IReadOnlyList<SubstrateEvent> marks, SubstrateEvent end)
    {
        var isMotion = end.Pallet is "Council" or "TechnicalCommittee";
        var hash = isMotion ? end.Fields.Bytes(0) : [];
        var before = marks.LastOrDefault(mark =>
            mark.Index < end.Index
            && mark.ExtrinsicIndex == end.ExtrinsicIndex
            && (
                isMotion
                    ? IsOfMotion(mark, end.Pallet, "Approved", hash)
                    : mark is { Pallet: "Scheduler", Name: "Dispatched" }
            )
        );
        return before is null ? 0 : before.Index + 1;
    }
}
