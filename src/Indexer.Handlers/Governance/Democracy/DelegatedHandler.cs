using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// An account lets another vote for it. Conviction and balance are in the call, or where no extrinsic holds it in the storage.
/// A delegation before is replaced. The delegate's standard votes in open referenda gain and lose weight; an account that
/// itself delegates has none. Source: pallet_democracy, try_delegate.
/// </summary>
internal sealed class DelegatedHandler() : SubstrateHandler("Democracy", "Delegated")
{
    public override IReadOnlyList<string> Calls => ["delegate"];

    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [new StorageNeed("Democracy", "VotingOf", AtParent: false, raised.Fields.AccountId(0).ToArray())];

    private static (Pha Balance, int Conviction)? Terms(SubstrateEventContext context)
    {
        var fields = context.Call("delegate")?.Call.Fields;
        if (fields is null && context.Stored("Democracy", "VotingOf") is ScaleVariant { Name: "Delegating" } delegating)
        {
            fields = new EventFields("Democracy.VotingOf", delegating.Fields);
        }

        return fields is null ? null : (fields.Balance("balance"), Votes.Conviction(fields.Variant("conviction")));
    }

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var who = context.Fields.AccountId(0);
        var target = context.Fields.AccountId(1);
        var terms =
            Terms(context)
            ?? throw new UnknownStateException(
                $"{who} delegated in block {context.Block.Height}, and neither a call nor the storage tells how much."
            );
        var now = new VoteDelegation
        {
            Scope = Votes.Scope,
            Delegator = who,
            Delegate = target,
            Balance = terms.Balance,
            Conviction = terms.Conviction,
        };
        var (weight, balance) = (Votes.Weight(now.Balance, terms.Conviction), now.Balance);
        if (state.Governance.Delegations.Find((Votes.Scope, who)) is { } before)
        {
            var lost = Votes.Weight(before.Balance, before.Conviction ?? 0);
            if (before.Delegate == target)
            {
                (weight, balance) = (weight - lost, balance - before.Balance);
            }
            else
            {
                foreach (var change in Votes.Redelegated(state, before.Delegate, -lost, -before.Balance))
                {
                    yield return change;
                }
            }
        }

        foreach (var change in Votes.Redelegated(state, target, weight, balance))
        {
            yield return change;
        }

        yield return new StateChange(now);
    }
}
