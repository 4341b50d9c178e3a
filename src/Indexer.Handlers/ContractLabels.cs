using Indexer.Domain;

namespace Indexer.Handlers;

/// <summary>What contracts are known as by their role, where the configuration names them no other way.</summary>
public static class ContractLabels
{
    /// <summary>The labels of a network's contracts.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="contracts">The role of each contract.</param>
    public static IEnumerable<AccountLabel> Of(string network, IReadOnlyDictionary<AccountId, string> contracts) =>
        contracts.Select(contract => new AccountLabel
        {
            Network = network,
            Address = contract.Key,
            Name = contract.Value,
            Kind = KindOf(contract.Value),
        });

    private static AccountLabelKind KindOf(string role) =>
        role switch
        {
            ContractRoles.PhaVault or ContractRoles.TokenVault => AccountLabelKind.Vault,
            ContractRoles.StakingRewards or ContractRoles.Declared or ContractRoles.Collateral => AccountLabelKind.Pool,
            ContractRoles.KhalaClaimer or ContractRoles.PhalaClaimer => AccountLabelKind.Claimer,
            ContractRoles.BridgedVpha or ContractRoles.VotesToken => AccountLabelKind.Token,
            ContractRoles.L1StandardBridge
            or ContractRoles.L2StandardBridge
            or ContractRoles.OptimismPortal
            or ContractRoles.MessagePasser
            or ContractRoles.L1Messenger
            or ContractRoles.L2Messenger => AccountLabelKind.Bridge,
            ContractRoles.Governor
            or ContractRoles.GovernorBravo
            or ContractRoles.GovernorAlpha
            or ContractRoles.Timelock => AccountLabelKind.Governance,
            _ => AccountLabelKind.Other,
        };
}
