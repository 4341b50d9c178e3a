namespace Indexer.Simulator.Scale;

/// <summary>Spells types as the pallets' source code does, which is all that metadata before V14 says of them.</summary>
internal static class RustNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["AccountId32"] = "T::AccountId",
        ["u128"] = "BalanceOf<T>",
        ["H256"] = "T::Hash",
        ["MultiAddress"] = "<T::Lookup as StaticLookup>::Source",
        ["RuntimeCall"] = "<T as Config>::Call",
        ["EventRecord"] = "EventRecord<T::Event, T::Hash>",
        ["ProxyType"] = "T::ProxyType",
        ["BalanceStatus"] = "Status",
        ["AccountVote"] = "AccountVote<BalanceOf<T>>",
        ["Voting"] = "Voting<BalanceOf<T>, T::AccountId, T::BlockNumber>",
        ["ReferendumInfo"] = "ReferendumInfo<T::BlockNumber, T::Hash, BalanceOf<T>>",
        ["PreimageStatus"] = "PreimageStatus<T::AccountId, BalanceOf<T>, T::BlockNumber>",
        ["CollectiveVotes"] = "Votes<T::AccountId, T::BlockNumber>",
        ["SeatHolder"] = "SeatHolder<T::AccountId, BalanceOf<T>>",
        ["TreasuryProposal"] = "Proposal<T::AccountId, BalanceOf<T, I>>",
        ["Public"] = "WorkerPublicKey",
        ["PoolInfo"] = "PoolInfo<T::AccountId, BalanceOf<T>>",
        ["UserStakeInfo"] = "UserStakeInfo<T::AccountId, BalanceOf<T>>",
        ["Registration"] = "Registration<BalanceOf<T>>",
        ["RegistrarInfo"] = "RegistrarInfo<BalanceOf<T>, T::AccountId>",
        ["Judgement"] = "Judgement<BalanceOf<T>>",
        ["Bounty"] = "Bounty<T::AccountId, BalanceOf<T>, T::BlockNumber>",
        ["OpenTip"] = "OpenTip<T::AccountId, BalanceOf<T>, T::BlockNumber, T::Hash>",
    };

    /// <summary>The type of an argument, a field, a constant or a stored value.</summary>
    public static string Of(ScaleType type) =>
        type.Name == "RuntimeCall" ? $"Box<{Inner(type)}>"
        : type.Shape == ScaleShape.Tuple ? $"({string.Join(", ", type.Fields.Select(field => Of(field.Type)))})"
        : Inner(type);

    private static string Inner(ScaleType type) =>
        Names.GetValueOrDefault(type.Name)
        ?? type.Shape switch
        {
            ScaleShape.Sequence => $"Vec<{Inner(type.Element!)}>",
            ScaleShape.Compact => $"Compact<{Inner(type.Element!)}>",
            ScaleShape.Array => $"[{Inner(type.Element!)}; {type.Length}]",
            ScaleShape.Tuple => Of(type),
            ScaleShape.Variant when type.Path is ["Option"] => $"Option<{Inner(type.Parameters[0].Type)}>",
            ScaleShape.Variant when type.Path is ["Result"] => "DispatchResult",
            _ => type.Name,
        };
}
