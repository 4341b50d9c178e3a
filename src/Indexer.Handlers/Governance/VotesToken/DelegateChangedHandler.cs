using Indexer.Domain;
using Indexer.Handlers.Governance.Governor;

namespace Indexer.Handlers.Governance.VotesToken;

/// <summary>DelegateChanged: from now on another votes with the tokens of an account; the zero address is nobody.</summary>
internal sealed class DelegateChangedHandler()
    : VotesTokenHandler(
        "DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate)"
    )
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var (token, delegator) = (context.Contract, context.Event.Address("delegator"));
        var (before, after) = (context.Event.Address("fromDelegate"), context.Event.Address("toDelegate"));
        var delegation = new VoteDelegation
        {
            Scope = token.ToString(),
            Delegator = delegator,
            Delegate = after,
            Balance = PowerOf(token, delegator, state).Tokens,
        };
        return
        [
            .. delegator == before != (delegator == after) ? OwnTokens.Keep(token, delegator, state) : [],
            new StateChange(delegation, Ends: after == EvmAccounts.Zero),
        ];
    }
}
