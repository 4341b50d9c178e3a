using Indexer.Domain;
using Indexer.Ingestion.Contracts.Governor;

namespace Indexer.Ingestion.Contracts.VotesToken;

/// <summary>
/// Tokens moved; from the zero address they are minted, to it they are burned. They take the votes along, which
/// DelegateVotesChanged tells. What the accounts had stays known for the proposals that are voted on.
/// </summary>
/// <param name="declaration">The event as declared in Solidity, with <c>from</c> and <c>to</c>.</param>
internal abstract class TokenMoveHandler(string declaration) : VotesTokenHandler(declaration)
{
    public sealed override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state)
    {
        var (from, to) = (occurrence.Event.Address("from"), occurrence.Event.Address("to"));
        var moved = Moved(occurrence);
        return moved.IsZero || from == to
            ? []
            : [.. Change(from, -moved, occurrence, state), .. Change(to, moved, occurrence, state)];
    }

    /// <summary>How many tokens moved.</summary>
    protected abstract Pha Moved(EvmOccurrence occurrence);

    private static IEnumerable<Change> Change(AccountId account, Pha more, EvmOccurrence occurrence, NetworkState state)
    {
        if (account == EvmAccounts.Zero)
        {
            yield break;
        }

        var token = occurrence.Contract;
        var before = PowerOf(token, account, state);
        var tokens = before.Tokens + more;
        if (tokens < Pha.Zero)
        {
            throw new UnknownStateException(
                $"{occurrence.Log} moves {-more} tokens of {account}, which has {before.Tokens}; events are missing before it. "
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
