using Indexer.Domain;

namespace Indexer.Handlers.Governance.VotesToken;

/// <summary>The meaning of an event of a voting token.</summary>
/// <param name="declaration">The event as declared in Solidity.</param>
internal abstract class VotesTokenHandler(string declaration) : EvmHandler(declaration, ContractRoles.VotesToken)
{
    /// <summary>What an account has of the token.</summary>
    protected static VotingPower PowerOf(AccountId token, AccountId account, NetworkState state) =>
        state.Governance.VotingPowers.Find((token, account)) ?? new VotingPower { Token = token, Account = account };
}
