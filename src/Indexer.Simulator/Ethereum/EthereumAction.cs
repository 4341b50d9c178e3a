namespace Indexer.Simulator.Ethereum;

/// <summary>What somebody may try on Ethereum. An action that is not possible leaves no trace.</summary>
internal enum EthereumAction
{
    DeployVault,
    DeployKhalaClaimer,
    DeployPhalaClaimer,
    FundKhalaClaimer,
    FundPhalaClaimer,
    StartRewards,
    ClaimKhala,
    ClaimPhala,
    Deposit,
    Redeem,
    Payout,
    Cancel,
    Transfer,
    Approve,
    ChangeRate,
    ChangeRatio,
    ChangePeriod,
    ChangeMaxRequests,
    ClaimTreasury,
    Pause,
    MoveOwnership,
    ForeignTransfer,
    ForeignDeposit,
}
