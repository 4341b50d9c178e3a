namespace Indexer.Domain;

/// <summary>
/// How long withdrawals of the parachains may wait, in seconds: the constants GracePeriod and VaultQueuePeriod, which are the same in all
/// runtimes of both chains (docs/chains/parachains.md, Withdrawals).
/// </summary>
public static class WithdrawalTerms
{
    /// <summary>After it anybody may force a withdrawal that is not covered.</summary>
    public const int GracePeriod = 604_800;

    /// <summary>After it anybody may shut a vault down, covered or not: VaultQueuePeriod, and three times GracePeriod.</summary>
    public const int VaultQueuePeriod = 1_814_400;
}
