using Indexer.Domain;

namespace Indexer.Handlers.Claims.Claimers;

/// <summary>
/// The meaning of an event of a claim contract. Which of the two contracts emits which form of a claim is not documented,
/// so both forms are read from both (docs/chains/contracts.md, Claims).
/// </summary>
/// <param name="declaration">The event as declared in Solidity.</param>
internal abstract class ClaimerHandler(string declaration)
    : EvmHandler(declaration, ContractRoles.KhalaClaimer, ContractRoles.PhalaClaimer)
{
    /// <summary>Whose assets the contract pays.</summary>
    protected static ClaimKind KindOf(EvmEventContext context) =>
        context.Roles[context.Contract] == ContractRoles.KhalaClaimer ? ClaimKind.Khala : ClaimKind.Phala;

    /// <summary>
    /// A claim. Its <c>user</c> is the first 20 bytes of the Substrate account id, its <c>staked</c> are vault shares, worth
    /// what the contract paid for them (docs/chains/contracts.md, Claims).
    /// </summary>
    protected static Claim ClaimOf(EvmEventContext context, string receiver, NetworkState state)
    {
        var shares = context.Amount("staked");
        return new Claim
        {
            Kind = KindOf(context),
            Contract = context.Contract,
            User = context.Event.Address("user").ToArray(),
            Free = context.Amount("free"),
            StakedShares = shares,
            StakedValue = state.ClaimContracts.Find(context.Contract)?.PriceOf(shares),
            Receiver = context.Event.Address(receiver),
        };
    }

    /// <summary>
    /// The link of a claimant to a receiver; none to the zero address, which is nobody's and would make one holder of all
    /// who name it.
    /// </summary>
    protected static IEnumerable<Change> Link(Claim claim, AccountId receiver, AccountLinkKind kind) =>
        receiver == EvmAccounts.Zero
            ? []
            :
            [
                new AccountLink
                {
                    User = claim.User,
                    Account = receiver,
                    Kind = kind,
                },
            ];

    /// <summary>The evidence that the receiver on the contract's own network gives.</summary>
    protected static AccountLinkKind ReceiverLink(Claim claim) =>
        claim.Kind == ClaimKind.Khala ? AccountLinkKind.KhalaClaim : AccountLinkKind.PhalaClaim;
}
