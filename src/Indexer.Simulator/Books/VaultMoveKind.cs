namespace Indexer.Simulator;

/// <summary>What happened in the vPHA vault.</summary>
public enum VaultMoveKind
{
    /// <summary>PHA in, shares made.</summary>
    Deposit,

    /// <summary>Shares burnt, an unlock request made (event Withdraw).</summary>
    UnlockRequested,

    /// <summary>Requests paid out (event Claimed).</summary>
    UnlockClaimed,

    /// <summary>A request cancelled, its assets deposited again (event Deposit whose sender is the vault).</summary>
    UnlockCancelled,

    /// <summary>Shares moved between two accounts.</summary>
    Transfer,
}
