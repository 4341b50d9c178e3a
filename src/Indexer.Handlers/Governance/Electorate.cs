using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Handlers.Governance;

/// <summary>
/// The eligible supply of a referendum: all PHA, less what is inactive where the runtime tells that apart. It is unknown
/// (null) only where the node has no such storage, as with recordings of blocks alone.
/// </summary>
internal static class Electorate
{
    /// <summary>The storage that tells it.</summary>
    public static IEnumerable<StorageNeed> Needs(bool atParent) =>
        [
            new StorageNeed("Balances", "TotalIssuance", atParent),
            new StorageNeed("Balances", "InactiveIssuance", atParent),
        ];

    /// <summary>The supply and its kind.</summary>
    public static (Pha Supply, ElectorateKind Kind)? Of(SubstrateEventContext context, bool atParent)
    {
        if (Amount(context.Stored("Balances", "TotalIssuance", atParent)) is not { } total)
        {
            return null;
        }

        var knowsInactive = context.Runtime?.FindStorage("Balances", "InactiveIssuance") is not null;
        var inactive = Amount(context.Stored("Balances", "InactiveIssuance", atParent)) ?? Pha.Zero;
        return (total - inactive, knowsInactive ? ElectorateKind.ActiveIssuance : ElectorateKind.TotalIssuance);
    }

    /// <summary>The state with the supply, when it is known.</summary>
    public static ProposalState With(this ProposalState state, (Pha Supply, ElectorateKind Kind)? electorate) =>
        electorate is { } known ? state with { Electorate = known.Supply, ElectorateKind = known.Kind } : state;

    private static Pha? Amount(ScaleValue? value) =>
        value is ScaleInteger integer && integer.TryGetU128(out var amount) ? Pha.FromLegacy(amount) : null;
}
