using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Identities;

/// <summary>
/// Identities as the storage of the chain has them after a block: events say only whose changed (pallet identity, lib.rs). Several changes of one block
/// are read alike.
/// </summary>
internal static class IdentityStorage
{
    public const string Pallet = "Identity";
    private const string Data = "IdentityOf";
    private const string Parent = "SuperOf";
    private const string Registrars = "Registrars";

    /// <summary>The data of an account.</summary>
    public static StorageNeed Need(AccountId who) => new(Pallet, Data, AtParent: false, who.ToArray());

    /// <summary>The parent of a sub-account, and its name.</summary>
    public static StorageNeed NeedParent(AccountId sub) => new(Pallet, Parent, AtParent: false, sub.ToArray());

    /// <summary>All registrars.</summary>
    public static StorageNeed NeedRegistrars { get; } = new(Pallet, Registrars, AtParent: false);

    /// <summary>The data of an account is what the storage says.</summary>
    public static IEnumerable<Change> Read(SubstrateEventContext context, NetworkState state, AccountId who) =>
        Read(context, state.IdentityOf(who, context.Block.Time));

    private static IEnumerable<Change> Read(SubstrateEventContext context, Domain.Identity known)
    {
        var stored = context.Stored(Pallet, Data);
        if (stored is null)
        {
            return
            [
                Kept(
                    new Domain.Identity
                    {
                        Account = known.Account,
                        Parent = known.Parent,
                        SubName = known.SubName,
                        ChangedTime = known.ChangedTime,
                    }
                ),
            ];
        }

        // Later versions of the pallet keep a user name beside the registration.
        var registration =
            stored is ScaleComposite { Fields.Values: [ScaleComposite first, ..] } pair
            && !pair.Fields.Names.Contains("info", StringComparer.Ordinal)
                ? first
                : (ScaleComposite)stored;
        var fields = new EventFields($"{Pallet}.{Data}", registration.Fields);
        var info = fields.Composite("info");
        return
        [
            Kept(
                known with
                {
                    IsSet = true,
                    Display = Text("display"),
                    Legal = Text("legal"),
                    Web = Text("web"),
                    Email = Text("email"),
                    Twitter = Text("twitter"),
                    Riot = Text(info.Has("riot") ? "riot" : "matrix"),
                    Judgements = Domain.Identity.Written(fields.Sequence("judgements").Select(Judged)),
                }
            ),
        ];

        string? Text(string name) => info.Has(name) ? IdentityText.Of(info.Value(name)) : null;
    }

    /// <summary>The parent of an account is what the storage says.</summary>
    public static IEnumerable<Change> ReadParent(SubstrateEventContext context, NetworkState state, AccountId sub) =>
        context.Stored(Pallet, Parent) is ScaleComposite { Fields: var fields }
            ?
            [
                state.Named(
                    sub,
                    new EventFields($"{Pallet}.{Parent}", fields).AccountId(0),
                    fields.Values[1],
                    context.Block.Time
                ),
            ]
            : state.Orphaned(sub, context.Block.Time);

    /// <summary>The registrars are those that the storage has.</summary>
    public static IEnumerable<Change> ReadRegistrars(SubstrateEventContext context, NetworkState state)
    {
        if (context.Stored(Pallet, Registrars) is not ScaleSequence { Items: var items })
        {
            yield break;
        }

        for (var number = 0; number < items.Count; number++)
        {
            if (items[number] is ScaleVariant { Name: "Some", Fields.Values: [ScaleComposite { Fields: var fields }] })
            {
                var account = new EventFields($"{Pallet}.{Registrars}", fields).AccountId("account");
                if (state.IdentityRegistrars.Find(number)?.Registrar != account)
                {
                    yield return new StateChange(new IdentityRegistrar { RegistrarId = number, Registrar = account });
                }
            }
        }
    }

    /// <summary>
    /// An account took back its data, or lost it, and with it its sub-accounts (clear_identity, kill_identity). It may have data again at the end of the
    /// block, but its sub-accounts only if they were named anew.
    /// </summary>
    public static IEnumerable<Change> Drop(SubstrateEventContext context, NetworkState state, AccountId who)
    {
        var time = context.Block.Time;
        var known = state.IdentityOf(who, time);
        // The pallet lets an account be its own sub-account.
        return
        [
            .. state
                .SubIdentitiesOf(who)
                .Where(sub => sub.Account != who)
                .ToList()
                .SelectMany(sub => state.Orphaned(sub.Account, time)),
            .. Read(context, known.Parent == who ? known with { Parent = null, SubName = null } : known),
        ];
    }

    /// <summary>An account is a sub-account of another one.</summary>
    public static Change Named(
        this NetworkState state,
        AccountId sub,
        AccountId parent,
        ScaleValue name,
        DateTimeOffset time
    ) => Kept(state.IdentityOf(sub, time) with { Parent = parent, SubName = IdentityText.Of(name) });

    /// <summary>An account is none's sub-account any more.</summary>
    public static IEnumerable<Change> Orphaned(this NetworkState state, AccountId sub, DateTimeOffset time) =>
        state.Identities.Find(sub) is { Parent: not null } known
            ? [Kept(known with { Parent = null, SubName = null, ChangedTime = time })]
            : [];

    private static Domain.Identity IdentityOf(this NetworkState state, AccountId who, DateTimeOffset time) =>
        (state.Identities.Find(who) ?? new Domain.Identity { Account = who, ChangedTime = time }) with
        {
            ChangedTime = time,
        };

    private static StateChange Kept(Domain.Identity after) => new(after.WithSearchText(), Ends: after.IsEmpty);

    private static (int, Judgement) Judged(ScaleValue pair)
    {
        var fields = new EventFields($"{Pallet}.{Data}.judgements", ((ScaleComposite)pair).Fields);
        var name = fields.Variant(1).Name;
        return (
            checked((int)fields.U32(0)),
            Enum.TryParse<Judgement>(name, out var judgement)
                ? judgement
                : throw new UnknownStateException($"There is no judgement '{name}' of an identity.")
        );
    }
}
