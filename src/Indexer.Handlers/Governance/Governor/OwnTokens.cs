using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>The tokens with which an account votes for itself on a proposal, not as a delegate of others.</summary>
internal static class OwnTokens
{
    /// <summary>
    /// The account's tokens at the proposal's snapshot if it delegated to itself there; null when the voting token is not
    /// indexed. Where the account votes with them itself (GovernorCountingOverridable), none are left for its vote as a delegate.
    /// </summary>
    public static Pha? On(ProposalState proposal, AccountId account, EvmEventContext context, NetworkState state) =>
        proposal.VotingToken is not { } token || context.Roles.GetValueOrDefault(token) != ContractRoles.VotesToken
            ? null
        : state.Governance.Votes.Find((proposal.ProposalId, account, VoteKind.Override)) is not null ? Pha.Zero
        : state.Governance.SnapshotTokens.Find((proposal.ProposalId, account))?.Tokens ?? Now(token, account, state);

    /// <summary>The account's tokens if it delegates to itself now.</summary>
    public static Pha Now(AccountId token, AccountId account, NetworkState state) =>
        state.Governance.Delegations.Find((token.ToString(), account))?.Delegate == account
            ? state.Governance.VotingPowers.Find((token, account))?.Tokens ?? Pha.Zero
            : Pha.Zero;

    /// <summary>Keeps what an account has now for the proposals that are voted on, before it changes.</summary>
    public static IEnumerable<Change> Keep(AccountId token, AccountId account, NetworkState state)
    {
        var now = Now(token, account, state);
        return state
            .Governance.OpenProposals.Where(proposal =>
                proposal.VotingToken == token
                && proposal.Status == ProposalStatus.Active
                && state.Governance.SnapshotTokens.Find((proposal.ProposalId, account)) is null
            )
            .Select(proposal => new StateChange(
                new SnapshotTokens
                {
                    ProposalId = proposal.ProposalId,
                    Account = account,
                    Tokens = now,
                }
            ));
    }
}
