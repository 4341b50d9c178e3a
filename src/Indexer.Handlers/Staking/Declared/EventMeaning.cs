namespace Indexer.Handlers.Staking.Declared;

/// <summary>What an event of a declared contract means for the ledger.</summary>
public enum EventMeaning
{
    /// <summary>An account put tokens in.</summary>
    Stake,

    /// <summary>An account took tokens out.</summary>
    Unstake,

    /// <summary>An account was paid a reward, beside its stake.</summary>
    Reward,

    /// <summary>An account lost tokens that it had in.</summary>
    Slash,

    /// <summary>Nothing.</summary>
    Nothing,
}
