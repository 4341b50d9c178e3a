using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Identities;

/// <summary>The state of the pallet of identities.</summary>
internal sealed class IdentityState
{
    public const string Pallet = "Identity";

    public Dictionary<
        AccountId,
        (Datum Display, Datum Email, SortedDictionary<uint, string> Judgements)
    > Stated { get; } = [];

    public Dictionary<AccountId, (AccountId Parent, Datum Name)> Parents { get; } = [];

    public List<AccountId> Registrars { get; } = [];

    public IdentityBook Book(AccountId account)
    {
        var isSet = Stated.TryGetValue(account, out var stated);
        var isSub = Parents.TryGetValue(account, out var parent);
        return new(
            account,
            isSet,
            isSet ? stated.Display.Seen : null,
            isSet ? stated.Email.Seen : null,
            isSet ? new SortedDictionary<uint, string>(stated.Judgements) : [],
            isSub ? parent.Parent : null,
            isSub ? parent.Name.Seen : null
        );
    }

    /// <summary>A value of the storage; null where the chain has none.</summary>
    public object? Value(StorageCell cell) =>
        cell.Item switch
        {
            "Registrars" => Registrars.Select(account => (object?)new object?[] { account, (UInt128)0, 0UL }).ToList(),
            "SuperOf" => Parents.TryGetValue((AccountId)cell.First!, out var parent)
                ? new object?[] { parent.Parent, parent.Name.Value }
                : null,
            _ => Stated.TryGetValue((AccountId)cell.First!, out var stated)
                ? new object?[]
                {
                    stated
                        .Judgements.Select(one =>
                            (object?)
                                new object?[]
                                {
                                    one.Key,
                                    one.Value == "FeePaid" ? new Scale.ScaleChoice("FeePaid", (UInt128)7) : one.Value,
                                }
                        )
                        .ToList(),
                    (UInt128)20_000_000_000,
                    Info(stated.Display, stated.Email),
                }
                : null,
        };

    /// <summary>What set_identity is called with.</summary>
    public static object?[] Info(Datum display, Datum email)
    {
        var none = Datum.None.Value;
        return [Array.Empty<object>(), display.Value, none, none, none, email.Value, null, none, none];
    }
}
