using Indexer.Domain;
using Indexer.Handlers.Governance.Governor;

namespace Indexer.Handlers.Governance.VotesToken;

/// <summary>
/// Tokens moved; from the zero address they are minted, to it they are burned. They take the votes along, which
/// DelegateVotesChanged tells. What the accounts had stays known for the proposals that are voted on.
/// </summary>
/// <param name="declaration">The event as declared in Solidity, with <c>from</c> and <c>to</c>.</param>
internal abstract class TokenMoveHandler(string declaration) : VotesTokenHandler(declaration)
{
    public sealed override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var (from, to) = (context.Event.Address("from"), context.Event.Address("to"));
        var moved = Moved(context);
        return moved.IsZero || from == to
            ? []
            : [.. Change(from, -moved, context, state), .. Change(to, moved, context, state)];
    }

    /// <summary>How many tokens moved.</summary>
    protected abstract Pha Moved(EvmEventContext context);

    private static IEnumerable<Change> Change(AccountId account, Pha more, EvmEventContext context, NetworkState state)
    {
        if (account == EvmAccounts.Zero)
        {
            yield break;
        }

        var token = context.Contract;
        var before = PowerOf(token, account, state);
        var tokens = before.Tokens + more;
        if (tokens < Pha.Zero)
        {
            throw new UnknownStateException(
                $"{context.Log} moves {-more} tokens of {account}, which has {before.Tokens}; events are missing before it. "
                    + "Index the token from its first block (startBlock)."
            );
        }

        if (state.Governance.Delegations.Find((token.ToString(), account)) is { } delegation)
        {
            if (delegation.Delegate == account)
            {
                foreach (var kept in OwnTokens.Keep(token, account, state))
                {
                    yield return kept;
                }
            }

            yield return new StateChange(delegation with { Balance = tokens });
        }

        yield return new StateChange(before with { Tokens = tokens });
    }
}
