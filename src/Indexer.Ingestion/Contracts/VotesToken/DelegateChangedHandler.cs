using Indexer.Domain;
using Indexer.Ingestion.Contracts.Governor;

namespace Indexer.Ingestion.Contracts.VotesToken;

/// <summary>DelegateChanged: from now on another votes with the tokens of an account; the zero address is nobody.</summary>
internal sealed class DelegateChangedHandler()
    : VotesTokenHandler(
        "DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate)"
    )
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state)
    {
        var (token, delegator) = (occurrence.Contract, occurrence.Event.Address("delegator"));
        var (before, after) = (occurrence.Event.Address("fromDelegate"), occurrence.Event.Address("toDelegate"));
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
