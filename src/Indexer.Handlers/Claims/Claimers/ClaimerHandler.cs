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
    private const int SelectorLength = 4;

    /// <summary>claim(address,uint256,uint256,address,bytes)</summary>
    private const string SignedClaim = "cea40a51";

    /// <summary>adminClaim(address,uint256,uint256,address)</summary>
    private const string AdminClaim = "489094f4";

    /// <summary>adminClaim(address,uint256,uint256,address,address)</summary>
    private const string AdminClaimAndBridge = "52d9d52c";

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
            ByAdmin = IsByAdmin(context),
        };
    }

    /// <summary>
    /// The link of a claimant to a receiver; none to the zero address, which is nobody's and would make one holder of all
    /// who name it. A receiver that is a contract is shown and makes no holder: an exchange's or a wallet of many would make one of
    /// strangers.
    /// </summary>
    protected static IEnumerable<Change> Link(
        EvmEventContext context,
        Claim claim,
        AccountId receiver,
        AccountLinkKind kind
    ) =>
        receiver == EvmAccounts.Zero
            ? []
            :
            [
                new AccountLink
                {
                    User = claim.User,
                    Account = receiver,
                    Kind = kind,
                    NotMerged = context.Contracts.Contains(receiver) ? NotMergedReason.Contract : null,
                    ByAdmin = claim.ByAdmin,
                },
            ];

    /// <summary>The evidence that the receiver on the contract's own network gives.</summary>
    protected static AccountLinkKind ReceiverLink(Claim claim) =>
        claim.Kind == ClaimKind.Khala ? AccountLinkKind.KhalaClaim : AccountLinkKind.PhalaClaim;

    /// <summary>Whether the team sent the claim; null when another contract called the claim contract, whose own input tells neither.</summary>
    private static bool? IsByAdmin(EvmEventContext context) =>
        context.Transaction is { } transaction && transaction.To == context.Contract
            ? Convert.ToHexStringLower(
                transaction.Input.AsSpan(0, Math.Min(SelectorLength, transaction.Input.Length))
            ) switch
            {
                SignedClaim => false,
                AdminClaim or AdminClaimAndBridge => true,
                _ => null,
            }
            : null;
}
